import Foundation
import Testing

/// Several programs at one client file: the built program, as processes of their own.
@Suite("Two terminals and the night run") struct TwoTerminalsTests {
    @Test func `Work at once, and nothing is lost`() throws {
        let office = try Office()
        let program = URL(filePath: Office.programPath).deletingLastPathComponent().path()
        let script = """
            PATH='\(program)':"$PATH"
            publipost import Templates/sample/clients.csv --quiet
            terminal() {
                for i in 1 2 3 4 5 6 7 8; do
                    publipost client add "family_name=Guichet$1$i" town=Brest --new-anyway --json > "add-$1-$i.json" || echo "add: $?"
                    publipost client find "Guichet$1$i" --json > "find-$1-$i.json" || echo "find: $?"
                    publipost client find nguy > /dev/null || echo "find: $?"
                    publipost client companion add 12 given_name="Ami$1$i" > /dev/null || echo "companion: $?"
                done
            }
            (publipost mailing run documentation --date 2026-11-24 --quiet || echo "run: $?") 2>&1 &
            terminal A 2>&1 &
            terminal B 2>&1 &
            wait
            """
        let answer = try office.run("/bin/sh", ["-c", script])
        #expect(answer.output == "")
        #expect(answer.error == "")
        for name in ["A", "B"].flatMap({ terminal in (1...8).map { "\(terminal)-\($0).json" } }) {
            #expect(try office.text("find-\(name)").contains("Guichet"), "\(name)")
        }
        // Each addition stands, under a number of its own, and the run booked all that it wrote.
        let found = try office.publipost("client", "find", "Guichet", "--json")
        #expect(found.output.components(separatedBy: "\"family_name\" : \"Guichet").count - 1 == 16)
        let page = try office.publipost("client", "show", "12", "--json").output
        for name in ["A", "B"].flatMap({ terminal in (1...8).map { "Ami\(terminal)\($0)" } }) {
            #expect(page.contains("\"\(name)\""), "\(name)")
        }
        #expect(office.names(in: "Output/documentation").filter { !$0.hasPrefix(".") } == ["2026-11-24"])
        let next = try office.publipost("mailing", "run", "documentation", "--date", "2026-11-25")
        #expect(next.output.hasPrefix("Nothing to do") || next.output.hasPrefix("No letter was made"))
        #expect(try office.publipost("check", "--quiet").status == 0)
        #expect(office.names(in: ".").filter { $0.hasPrefix("clients.sqlite") } == ["clients.sqlite"])
    }

    /// What only reads does not make the disk wait: the answer is on the screen at once, and a laptop's disk may sleep.
    @Test(
        arguments: [
            "client find nguy", "client show 12", "request list", "product list", "invoice show 12", "privacy due",
            "privacy export 12", "mailing plan documentation", "duplicates explain 1 2", "letter check documentation",
        ])
    func `A command that only reads writes nothing to the disk`(line: String) throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else {
            return print("strace is not installed, so the writes were not counted")
        }
        let office = try Office()
        let list = try office.text("Templates/sample/clients.csv").split(
            separator: "\n", omittingEmptySubsequences: true)
        try office.write(list.prefix(40).joined(separator: "\n") + "\n", to: "list.csv")
        #expect(try office.publipost("import", "list.csv", "--quiet").status == 0)
        let before = try office.bytes("clients.sqlite")
        let calls = "trace=fsync,fdatasync,sync_file_range,pwrite64,pwritev"
        let words = ["-f", "-qq", "-o", "calls.txt", "-e", calls, Office.programPath]
        let answer = try office.run("/usr/bin/strace", words + line.split(separator: " ").map(String.init))
        #expect(answer.status == 0, "\(answer.error)")
        let lines = try office.text("calls.txt").split(separator: "\n").filter { $0.contains("sync") }
        #expect(lines == [])
        #expect(try office.bytes("clients.sqlite") == before)
        #expect(office.names(in: ".").filter { $0.hasPrefix("clients.sqlite") } == ["clients.sqlite"])
    }
}
