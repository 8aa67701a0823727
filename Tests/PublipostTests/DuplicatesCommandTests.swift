import Correspondence
import Filing
import Foundation
import Testing

@Suite struct `The duplicates commands` {
    /// Two surely one, two of them on opposite sides of a generation, one alone.
    static let list = """
        reference;title;family_name;given_name;street;postcode;town;country;mobile;email;birth_date;origin
        R1;M.;Tanguy;Hervé;12 rue du Port;29200;Brest;FR;0639981234;herve.tanguy@example.org;1961-04-09;salon
        R2;M.;TANGUY;Herve;12 r du Port;29200;Brest;FR;+33639981234;herve.tanguy@example.org;1961-04-09;site
        R3;Mme;Kervarec;Solenne;3 rue Haute;22750;Saint-Jacut-de-la-Mer;FR;0639985678;;1975-01-30;salon
        R4;M.;Moreau;Paul;7 avenue des Pins;35400;Saint-Malo;FR;0639980007;;1950-06-01;salon
        R5;M.;Moreau;Paul;7 avenue des Pins;35400;Saint-Malo;FR;;;1982-03-12;site

        """

    private func office() throws -> Office {
        let office = try Office()
        try office.write(Self.list, to: "list.csv")
        #expect(try office.publipost("import", "list.csv").status == 0)
        return office
    }

    @Test func `merge, undo and keep apart, with the numbers for scripts`() throws {
        let office = try office()
        let merged = try office.publipost("duplicates", "merge", "1", "ref:R2", "--json")
        #expect(merged.status == 0, "\(merged.error)")
        #expect(merged.output.filter { !$0.isWhitespace } == #"{"merges":[{"merge":1,"merged":[2],"survivor":1}]}"#)
        let undone = try office.publipost("duplicates", "undo", "1")
        #expect(
            undone.output
                == "Merge 1 is undone: clients 1, 2 are records of their own again and are kept apart.\n")
        let again = try office.publipost("duplicates", "merge", "1", "2")
        #expect(again.status == 1)
        #expect(
            again.error == """
                clients.sqlite, client 1: somebody decided that this is not client 2, so nothing was merged.
                  -> Where that was wrong, take it back with: publipost duplicates apart --forget 1 2

                """)
        #expect(try office.publipost("duplicates", "apart", "--forget", "1", "2").status == 0)
        #expect(
            try office.publipost("duplicates", "merge", "1", "2").output
                == "One merge was made.\nclient 1 ← 2  publipost duplicates undo 2\n")
    }

    @Test func `leave the same export, byte for byte, after a merge and its undo`() throws {
        let office = try office()
        #expect(try office.publipost("export", "before.xml").status == 0)
        #expect(try office.publipost("duplicates", "merge", "1", "2", "3").status == 0)
        #expect(try office.publipost("duplicates", "undo", "1").status == 0)
        #expect(try office.publipost("export", "after.xml").status == 0)
        #expect(try office.bytes("before.xml") == office.bytes("after.xml"))
    }

    @Test func `take the codes of the report back from paper`() throws {
        let office = try office()
        let report = try office.publipost("duplicates", "report", "--json")
        let group = try #require(try JSONDecoder().decode(Report.self, from: Data(report.output.utf8)).list.first)
        #expect(group.members == [1, 2])
        #expect(group.code.first?.isLetter == true)
        let apart = try office.publipost("duplicates", "apart", group.code.lowercased())
        #expect(apart.output == "Remembered as not the same: 1, 2.\n")
        let settled = try office.publipost("duplicates", "report", "--json")
        #expect(try JSONDecoder().decode(Report.self, from: Data(settled.output.utf8)).settled == [[1, 2]])
        #expect(try office.publipost("duplicates", "merge", "--automatic").output.hasPrefix("Nothing was merged."))
        let unknown = try office.publipost("duplicates", "merge", "KKKKKK")
        #expect(unknown.status == 1)
        #expect(
            unknown.error == """
                KKKKKK: no group has this code: it was mistyped, or its records have changed since the report.
                  -> Make a new one with: publipost duplicates report

                """)
    }

    private struct Report: Decodable {
        struct Group: Decodable {
            var code: String
            var members: [Int64]
        }
        var list: [Group]
        var settled: [[Int64]]
    }

    @Test(arguments: [
        (["merge"], "Give clients or codes to merge, or --automatic alone."),
        (["merge", "1"], "give at least two clients, or only codes."),
        (["merge", "1", "2", "--automatic"], "Give clients or codes to merge, or --automatic alone."),
        (["merge", "1", "x!"], "this is neither a client's number nor a group's code."),
        (["apart", "1", "KKKKKK"], "give at least two clients, or only codes."),
        (["merge", "1", "2", "--at-most", "3"], "--at-most wants a number of at least 1"),
    ])
    func `refuse words that make no sense`(words: [String], sentence: String) throws {
        let office = try office()
        let answer = try office.run(Office.programPath, ["duplicates"] + words)
        #expect(answer.status == 64)
        #expect(answer.error.contains(sentence), "\(answer.error)")
    }

    @Test func `explain a pair in bits that add up, and name no client`() throws {
        let office = try office()
        let answer = try office.publipost("duplicates", "explain", "4", "5")
        #expect(answer.status == 0, "\(answer.error)")
        #expect(answer.output.contains("birth date"))
        #expect(answer.output.contains("a generation apart"))
        #expect(!answer.output.contains("Moreau"))
        let missing = try office.publipost("duplicates", "explain", "1", "99")
        #expect(missing.status == 1)
    }

    @Test func `walk the groups with one key each`() throws {
        let office = try office()
        let answer = try office.run(
            "/bin/sh", ["-c", "printf 'muaq' | '\(Office.programPath)' duplicates review --all --lang en"])
        #expect(answer.status == 0, "\(answer.error)")
        #expect(answer.output.contains("One merge was made."))
        #expect(answer.output.hasSuffix("groups.\n"))
    }

    /// Four persons, each twice, surely.
    private static let doubles = """
        reference;title;family_name;given_name;street;postcode;town;country;mobile;email;birth_date
        A1;M.;Tanguy;Hervé;12 rue du Port;29200;Brest;FR;0639981234;herve.tanguy@example.org;1961-04-09
        A2;M.;TANGUY;Herve;12 r du Port;29200;Brest;FR;+33639981234;herve.tanguy@example.org;1961-04-09
        B1;Mme;Kervarec;Solenne;3 rue Haute;22750;Saint-Jacut-de-la-Mer;FR;0639985678;solenne.k@example.net;1975-01-30
        B2;Mme;Kervarec;Solène;3 r. Haute;22750;St-Jacut-de-la-Mer;FR;06 39 98 56 78;solenne.k@example.net;1975-01-30
        C1;M.;Moreau;Paul;7 avenue des Pins;35400;Saint-Malo;FR;0639980007;paul.moreau@example.com;1950-06-01
        C2;M.;MOREAU;Paul;7 av. des Pins;35400;ST MALO;FR;0639980007;paul.moreau@example.com;1950-06-01
        D1;Mme;Lefèvre;Agnès;21 chemin Creux;56170;Quiberon;FR;0639984321;agnes.lefevre@example.org;1988-11-17
        D2;Mme;LEFEVRE;Agnes;21 ch. Creux;56170;QUIBERON;FR;0639984321;agnes.lefevre@example.org;1988-11-17

        """

    private func officeOfDoubles() throws -> Office {
        let office = try Office()
        try office.write(Self.doubles, to: "list.csv")
        #expect(try office.publipost("import", "list.csv").status == 0)
        return office
    }

    @Test func `walk the groups on a terminal, a key at once, and leave the terminal as it was`() throws {
        let office = try officeOfDoubles()
        let terminal = try Terminal(["duplicates", "review", "--all", "--lang", "en"], in: office)
        let keys = "m merge · a not the same · s later · u undo · q quit\n"
        try terminal.wait(for: keys)
        #expect(!terminal.isOrdinary)
        // An arrow is one key.
        for key in ["x", "\u{1B}[A"] {
            terminal.type(key)
            try terminal.wait(for: "This key means nothing here.\n")
            try terminal.wait(for: keys)
        }
        terminal.type("u")
        try terminal.wait(for: "Nothing to undo.\n")
        try terminal.wait(for: keys)
        terminal.type("m")
        try terminal.wait(for: "One merge was made.\nclient ")
        try terminal.wait(for: keys)
        terminal.type("u")
        try terminal.wait(for: "Merge 1 is undone: clients ")
        #expect(try terminal.end(pressing: "asm", after: keys) == 0)
        #expect(terminal.isOrdinary)
        #expect(terminal.shown.hasSuffix("\n1 merged, 1 kept apart, of 4 groups.\n"), "\(terminal.shown)")
        let file = try ClientFile(at: office.path("clients.sqlite"), creating: false)
        #expect(try file.clientCount() == 7 && file.apartDecisions().count == 2)
    }

    @Test(arguments: [("y", 2), ("n", 1)])
    func `ask on a terminal whose an edited value is before an undo`(key: String, owner: Int) throws {
        let office = try office()
        try office.write(
            "reference;family_name;email\nR1;Tanguy;\nR2;Tanguy;old@example.org\n", to: "two.csv")
        #expect(try office.publipost("import", "two.csv", "--file", "two.sqlite").status == 0)
        #expect(try office.publipost("duplicates", "merge", "1", "2", "--file", "two.sqlite").status == 0)
        let edited = try office.publipost("client", "edit", "1", "email=new@example.org", "--file", "two.sqlite")
        #expect(edited.status == 0, "\(edited.error)")
        let terminal = try Terminal(["duplicates", "undo", "1", "--file", "two.sqlite", "--lang", "en"], in: office)
        try terminal.wait(
            for: "email: \"old@example.org\" of client 2 became \"new@example.org\" after the merge. "
                + "Give it to client 2? [y/N] ")
        terminal.type(key + "\n")
        #expect(terminal.end() == 0)
        #expect(
            terminal.shown.hasSuffix(
                """
                Merge 1 is undone: clients 1, 2 are records of their own again and are kept apart.
                email was edited since; the new value is client \(owner)'s.

                """), "\(terminal.shown)")
        let file = try ClientFile(at: office.path("two.sqlite"), creating: false)
        let emails = try [1, 2].map { try file.client($0).client.email }
        #expect(emails == (owner == 2 ? [nil, "new@example.org"] : ["new@example.org", "old@example.org"]))
    }

    @Test func `control-C leaves the walk with what was decided, and the terminal as it was`() throws {
        let office = try office()
        let terminal = try Terminal(["duplicates", "review", "--all", "--lang", "en"], in: office)
        try terminal.wait(for: "q quit\n")
        terminal.type("\u{3}")
        #expect(terminal.end() == 0)
        #expect(terminal.isOrdinary)
        #expect(terminal.shown.contains("0 merged, 0 kept apart, of "))
    }

    @Test func `merge no more at once than the ceiling allows, and nothing while they report`() throws {
        let office = try officeOfDoubles()
        #expect(try office.publipost("duplicates", "report", "--html", "r.html").status == 0)
        let file = try ClientFile(at: office.path("clients.sqlite"), creating: false)
        #expect(try file.clientCount() == 8 && file.merges().isEmpty)
        try file.close()
        let first = try office.publipost("duplicates", "merge", "--automatic", "--at-most", "3", "--lang", "en")
        #expect(
            first.output.hasPrefix("3 merges were made. One more sure group waits for the next time."),
            "\(first.output)")
        #expect(
            first.output.split(separator: "\n").dropFirst().map { $0.suffix(27) }.joined(separator: "\n") == """
                publipost duplicates undo 1
                publipost duplicates undo 2
                publipost duplicates undo 3
                """)
        let second = try office.publipost("duplicates", "merge", "--automatic", "--at-most", "3", "--lang", "en")
        #expect(second.output.hasPrefix("One merge was made.\nclient "), "\(second.output)")
    }

    @Test func `write XML that the schema and xmllint accept, and a row for each record`() throws {
        let office = try office()
        let written = try office.publipost("duplicates", "report", "--xml", "r.xml", "--csv", "r.csv")
        #expect(written.status == 0, "\(written.error)")
        try office.write(try office.publipost("schema", "duplicates").output, to: "r.xsd")
        let checked = try office.run("/usr/bin/xmllint", ["--noout", "--nonet", "--schema", "r.xsd", "r.xml"])
        #expect(checked.status == 0, "\(checked.error)")
        #expect(try office.text("r.csv").hasPrefix("group,answer,probability,letters_saved,survivor,client,reference,"))
    }

    @Test(arguments: ["merge 1 2 3 4", "undo 1"])
    func `killed at any write leave all or nothing`(words: String) throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else {
            return print("strace is not installed, so no \(words) was killed")
        }
        let office = try office()
        let isUndo = words.hasPrefix("undo")
        if isUndo { #expect(try office.publipost("duplicates", "merge", "1", "2", "3", "4").status == 0) }
        let (before, after) = isUndo ? (2, 5) : (5, 2)
        let whole = try office.bytes("clients.sqlite")
        var outcomes: Set<Int> = []
        for call in 1...40 {
            for side in ["-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: office.path("clients.sqlite\(side)"))
            }
            try office.write(whole, to: "clients.sqlite")
            let killed = try office.run(
                "/usr/bin/strace",
                [
                    "-f", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", "inject=pwrite64:signal=KILL:when=\(call)",
                    Office.programPath, "duplicates",
                ] + words.split(separator: " ").map(String.init))
            let file = try ClientFile(at: office.path("clients.sqlite"), creating: false)
            #expect(try file.check() == [])
            let count = try file.clientCount()
            #expect([before, after].contains(count), "killed at write \(call): \(count) clients")
            outcomes.insert(count)
            try file.close()
            // It came to its end before it could be killed.
            if killed.status == 0 { break }
        }
        #expect(outcomes == [before, after])
    }

    @Test func `show the report in a real browser`() throws {
        let browser = "/usr/bin/chromium"
        guard FileManager.default.isExecutableFile(atPath: browser) else {
            return print("chromium is not installed, so the report was not opened in a browser")
        }
        let office = try office()
        #expect(try office.publipost("duplicates", "report", "--html", "r.html", "--lang", "fr").status == 0)
        let words = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=900,1200"]
        let environment = ["HOME": office.path("home"), "TMPDIR": office.folder.path()]
        let shown = try office.run(
            browser, words + ["--screenshot=r.png", "file://\(office.path("r.html"))"], environment: environment)
        #expect(shown.status == 0)
        #expect(try office.bytes("r.png").count > 20_000)
        let page = try office.run(
            browser, words + ["--dump-dom", "file://\(office.path("r.html"))"], environment: environment)
        #expect(page.output.contains("<html lang=\"fr\""))
        #expect(page.output.contains("type=\"checkbox\""))
        #expect(page.output.contains("Poids des indices, en bits"))
        #expect(!page.output.contains("http"))
    }
}

@Suite struct `A mailing that merges first` {
    private func office() throws -> Office {
        let office = try Office()
        try office.write(
            """
            reference;title;family_name;given_name;street;postcode;town;country;mobile;email;birth_date;language;request
            R1;M.;Tanguy;Hervé;12 rue du Port;29200;Brest;FR;0639981234;herve.tanguy@example.org;1961-04-09;fr;documentation
            R2;M.;TANGUY;Herve;12 r du Port;29200;Brest;FR;+33639981234;herve.tanguy@example.org;1961-04-09;fr;documentation
            R3;Mme;Kervarec;Solenne;3 rue Haute;22750;Saint-Jacut-de-la-Mer;FR;0639985678;;1975-01-30;fr;documentation

            """, to: "list.csv")
        try office.change(
            "Templates/mailings/documentation.yml", "duplicates: leave_out", to: "duplicates: merge_certain")
        return office
    }

    @Test func `writes one letter to the survivor and says on the morning sheet how to undo`() throws {
        let office = try office()
        let run = try office.publipost(
            "mailing", "run", "documentation", "--date", "2026-11-24", "--clients", "list.csv", "--lang", "en")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.hasPrefix("Output/documentation/2026-11-24: 2 letters on 2 pages"), "\(run.output)")
        let sheet = try office.text("Output/documentation/2026-11-24/morning.txt")
        #expect(
            sheet.contains(
                """
                Merged in the client file
                -------------------------
                client 1 ← 2  publipost duplicates undo 1

                """), "\(sheet)")
        #expect(try office.publipost("duplicates", "undo", "1").status == 0)
    }

    @Test func `lists every merge on the morning sheet with the command that takes it back, and a plan makes none`()
        throws
    {
        let office = try office()
        let head = "reference;family_name;given_name;street;postcode;town;country;mobile;email;birth_date;request"
        let people = [
            "Tanguy;Hervé;12 rue du Port;29200;Brest;FR;0639981234;herve.tanguy@example.org;1961-04-09",
            "Kervarec;Solenne;3 rue Haute;22750;Saint-Jacut-de-la-Mer;FR;0639985678;solenne.k@example.net;1975-01-30",
            "Moreau;Paul;7 avenue des Pins;35400;Saint-Malo;FR;0639980007;paul.moreau@example.com;1950-06-01",
        ]
        let rows = people.enumerated().flatMap { place, person in
            ["A\(place);\(person);documentation", "B\(place);\(person.replacing("rue", with: "r."));"]
        }
        try office.write(([head] + rows).joined(separator: "\n") + "\n", to: "list.csv")
        #expect(try office.publipost("import", "list.csv").status == 0)
        #expect(try office.publipost("mailing", "plan", "documentation").status == 0)
        let file = try ClientFile(at: office.path("clients.sqlite"), creating: false)
        #expect(try file.clientCount() == 6 && file.merges().isEmpty)
        try file.close()
        let run = try office.publipost("mailing", "run", "documentation", "--date", "2026-11-24", "--lang", "en")
        #expect(run.status == 0, "\(run.error)")
        let sheet = try office.text("Output/documentation/2026-11-24/morning.txt")
        #expect(
            sheet.contains(
                """
                client 1 ← 2  publipost duplicates undo 1
                client 3 ← 4  publipost duplicates undo 2
                client 5 ← 6  publipost duplicates undo 3

                """), "\(sheet)")
        #expect(try office.text("Output/documentation/2026-11-24/morning.html").contains("publipost duplicates undo 3"))
    }

    @Test func `is undone after its letters: nobody is written to twice, and the letter stays with its number`() throws
    {
        let office = try office()
        let words = ["mailing", "run", "documentation", "--lang", "en", "--date"]
        #expect(try office.run(Office.programPath, words + ["2026-11-24", "--clients", "list.csv"]).status == 0)
        #expect(try office.publipost("duplicates", "undo", "1").status == 0)
        let file = try ClientFile(at: office.path("clients.sqlite"), creating: false)
        #expect(try file.clientCount() == 3)
        #expect(try (1...3).map { try file.letters(to: $0).count } == [1, 0, 1])
        #expect(try (1...3).flatMap { try file.requests(of: $0) }.allSatisfy { $0.answeredOn != nil })
        try file.close()
        // The next night imports the same list, merges nothing again and finds nobody to write to.
        let next = try office.run(Office.programPath, words + ["2026-11-25", "--clients", "list.csv"])
        #expect(next.status == 0 && next.error == "")
        #expect(next.output == "Nothing to do: every request has been answered.\n")
    }

    @Test func `that stops keeps the merges and names them`() throws {
        let office = try office()
        try office.write(
            try office.text("Templates/mailings/documentation.yml").split(separator: "\n")
                .filter { !$0.hasPrefix("ceiling") }.joined(separator: "\n") + "\nceiling: 1\n",
            to: "Templates/mailings/documentation.yml")
        let run = try office.publipost(
            "mailing", "run", "documentation", "--date", "2026-11-24", "--clients", "list.csv", "--lang", "en")
        #expect(run.status == 1)
        #expect(
            run.error.hasSuffix(
                """
                clients.sqlite: these merges were made before the letters, and stay: 1 (client 1 ← 2).
                  -> Take one back, if it is wrong, with: publipost duplicates undo 1

                """), "\(run.error)")
        #expect(office.names(in: "Output/documentation").filter { !$0.hasPrefix(".") } == [])
    }
}
