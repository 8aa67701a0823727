import Foundation
import Testing

@Suite struct `A plain mail merge` {
    static let template = """
        <html lang="fr">
          <head><title>Votre commande</title><meta name="geometry" content="nf"/></head>
          <body>
            <p class="salutation">{{salutation}},</p>
            <p>Votre commande de {{Article}} du {{Jour | date: "long"}} s’élève à {{Montant | money}}.
              {{#Payée}}Elle est réglée.{{/Payée}}{{^Payée}}Merci de la régler.{{/Payée}}</p>
          </body>
        </html>
        """
    static let list = """
        Nom;Prénom;Civilité;Rue;Code postal;Ville;Article;Jour;Montant;Payée
        Durand;Zoé;Mme;3 rue Haute;35400;Saint-Malo;jetons de lavage;3/11/2026;12,50;non
        Dvořák;Antonín;M.;4 rue Haute;35400;Saint-Malo;location de vélo;04/11/2026;1 234,50;oui

        """

    /// A folder without a client file and without a house.
    func office(template: String = template, list: String = list) throws -> Office {
        let office = try Office(templates: false)
        try office.write(template, to: "order.fr.xhtml")
        try office.write(list, to: "list.csv")
        return office
    }

    func merge(_ office: Office, _ more: String..., to out: String = "out.txt") throws -> Office.Answer {
        try office.run(
            Office.programPath,
            ["merge", "order.fr.xhtml", "list.csv", "-o", out, "--date", "2026-11-24"] + more)
    }

    @Test func `needs a template and a list, nothing else`() throws {
        let office = try office()
        let answer = try merge(office)
        #expect(answer.status == 0)
        #expect(answer.error == "")
        #expect(answer.output == "out.txt: 2 letters on 2 pages.\n")
        let letters = try office.text("out.txt").split(separator: "\u{C}", omittingEmptySubsequences: false)
        #expect(letters.count == 2)
        #expect(
            letters[1].split(separator: "\n").joined(separator: "\n") == """
                                                           M. Antonín Dvořák
                                                           4 RUE HAUTE
                                                           35400 SAINT MALO
                                                           24 novembre 2026
                        Objet : Votre commande
                        Monsieur,
                        Votre commande de location de vélo du 4 novembre 2026 s’élève à
                        1 234,50 €. Elle est réglée.
                                                                                              L3
                """)
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml", "out.txt"])
    }

    @Test func `prints PostScript in which the words can be read back`() throws {
        let office = try office()
        #expect(try merge(office, to: "out.ps").output == "out.ps: 2 letters on 2 pages.\n")
        let words = try office.run(
            "/usr/bin/gs",
            ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sSUBSTFONT=", "-sDEVICE=txtwrite", "-sOutputFile=-", "out.ps"])
        #expect(words.status == 0)
        #expect(words.error == "")
        for word in ["Dvořák", "SAINT MALO", "jetons", "12,50"] { #expect(words.output.contains(word), "\(word)") }
        let again = try office.bytes("out.ps")
        _ = try merge(office, to: "out.ps")
        #expect(try office.bytes("out.ps") == again)
    }

    @Test func `writes an export that its schema accepts`() throws {
        let office = try office()
        #expect(try merge(office, to: "out.xml").status == 0)
        try office.write(try office.publipost("schema", "mailing").output, to: "mailing.xsd")
        let checked = try office.run(
            "/usr/bin/xmllint", ["--noout", "--nonet", "--schema", "mailing.xsd", "out.xml"])
        #expect(checked.status == 0, "\(checked.error)")
        let lines = try office.run(
            "/usr/bin/xmllint", ["--xpath", "//*[local-name()='AddressLine']/text()", "out.xml"])
        #expect(
            lines.output == """
                Mme Zoé Durand
                3 RUE HAUTE
                35400 SAINT MALO
                M. Antonín Dvořák
                4 RUE HAUTE
                35400 SAINT MALO

                """)
    }

    @Test func `names the rows that get no letter by their line, and the others get theirs`() throws {
        let office = try office(
            list: Self.list + """
                Petit;Luc;M.;5 rue Haute;35400;;jetons;5/11/2026;2;non
                too;few
                ;;;6 rue Haute;35400;Saint-Malo;jetons;6/11/2026;2;non

                """)
        let answer = try merge(office, "--left-out", "left-out.csv")
        #expect(answer.status == 3)
        #expect(answer.output == "out.txt: 2 letters on 2 pages, 3 rows left out.\n")
        #expect(
            answer.error == """
                list.csv:4: no town, so no letter was made.
                list.csv:5: the row has 2 cells where the header has 10.
                list.csv:6: no name and no company, so no letter was made.

                """)
        #expect(
            try office.text("left-out.csv") == """
                line,reason,words
                4,no_town,pas de ville\u{A0}: aucune lettre n’a été faite.
                5,cell_count,"la ligne a 2 cellules, l'en-tête en a 10."
                6,no_name,ni nom ni société\u{A0}: aucune lettre n’a été faite.

                """)
    }

    @Test func `names the rows without a letter under --quiet too`() throws {
        let office = try office(list: Self.list + "Petit;Luc;M.;5 rue Haute;35400;;jetons;5/11/2026;2,345;non\n")
        let answer = try merge(office, "--quiet")
        #expect(answer.status == 3)
        #expect(answer.output == "")
        #expect(answer.error == "list.csv:4: no town, so no letter was made.\n")
    }

    @Test func `names the rows whose dates and amounts cannot be read, or be read in two ways`() throws {
        let office = try office(
            list: """
                Nom;Ville;Article;Jour;Montant;Payée
                Durand;Annecy;jetons;32/13/2026;abc;non
                Durand;Annecy;jetons;44927;1.234;non
                Durand;Annecy;jetons;1er mars 2026;-12,500;non
                Durand;Annecy;jetons;2026-03-01;0.125;non
                Durand;Annecy;jetons;01.03.2026;1.234,00;non
                Durand;Annecy;jetons;;;non

                """)
        let answer = try merge(office)
        #expect(answer.status == 0)
        #expect(
            answer.error == """
                list.csv:2: "Jour" holds no date that can be read (yyyy-mm-dd or dd/mm/yyyy); it was printed as it is written.
                list.csv:2: "Montant" holds no number that can be read; it was printed as it is written.
                list.csv:3: "Jour" holds no date that can be read (yyyy-mm-dd or dd/mm/yyyy); it was printed as it is written.
                list.csv:3: in "Montant" the separator before three digits was taken for the decimal one; if it groups \
                thousands, write the decimals too.
                list.csv:4: "Jour" holds no date that can be read (yyyy-mm-dd or dd/mm/yyyy); it was printed as it is written.
                list.csv:4: in "Montant" the separator before three digits was taken for the decimal one; if it groups \
                thousands, write the decimals too.

                """)
        let json = try merge(office, "--json").output
        for code in ["date_unreadable", "amount_unreadable", "amount_ambiguous"] {
            #expect(json.contains("\"\(code)\""))
        }
    }

    @Test func `says once that a dictionary is missing or none, and prints the letters all the same`() throws {
        let office = try office()
        // In a name space of its own, where the dictionaries' folder is empty.
        func hidden(_ words: String) throws -> Office.Answer {
            let script = "mount -t tmpfs none /usr/share/hyphen || exit 99; "
            return try office.run("/usr/bin/unshare", ["-m", "sh", "-c", script + words, Office.programPath])
        }
        let merge = "\"$0\" merge order.fr.xhtml list.csv -o out.ps --date 2026-11-24"
        let missing = try hidden(merge)
        if [1, 99].contains(missing.status), missing.error.contains("unshare") || missing.error.contains("mount") {
            try Test.cancel("mounting takes root's rights")
        }
        #expect(missing.status == 0)
        #expect(missing.output == "out.ps: 2 letters on 2 pages.\n")
        #expect(
            missing.error == """
                /usr/share/hyphen/hyph_fr.dic: this hyphenation dictionary is missing, so letters in "fr" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-fr

                """)
        let damaged = try hidden(
            "head -c 9000 /dev/urandom | tr -d '\\n' > /usr/share/hyphen/hyph_fr.dic; \(merge) --lang fr")
        #expect(damaged.status == 0)
        #expect(
            damaged.error == """
                /usr/share/hyphen/hyph_fr.dic\u{A0}: ce n’est pas un dictionnaire de césure\u{A0}: sa première ligne ne nomme \
                pas de codage, ou il n’a pas de motifs\u{A0}; les lettres en «\u{A0}fr\u{A0}» sont sans césures.
                  -> Réinstallez-le avec\u{A0}: sudo apt-get install --reinstall hyphen-fr

                """)
        #expect(try hidden(merge.replacing("out.ps", with: "out.txt")).error == "")
    }

    @Test func `takes values as data, whatever they look like`() throws {
        let office = try office(
            list: """
                Nom;Ville;Article;Jour;Montant;Payée
                {{Ville}};%!PS (\\) <b>;"<p>&amp;{{#Nom}}";"%%EOF
                showpage";\\(;0

                """)
        #expect(try merge(office, to: "out.ps").status == 0)
        let shown = try office.run(
            "/usr/bin/gs",
            [
                "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", "out.ps", "-c",
                "currentpagedevice /PageCount get ==",
            ])
        #expect(shown.output == "1\n")
        #expect(try merge(office).status == 0)
        let text = try office.text("out.txt").split { $0.isWhitespace }.joined(separator: " ")
        #expect(text.contains("Votre commande de <p>&amp;{{#Nom}} du %%EOF showpage s’élève à \\(."))
        #expect(text.contains("{{Ville}}"))
    }

    @Test func `knows the house where one is there, and says so where none is`() throws {
        let office = try office(template: Self.template.replacing("</body>", with: "<p>{{house.name}}</p></body>"))
        let without = try merge(office)
        #expect(without.status == 1)
        #expect(without.error.hasPrefix("order.fr.xhtml:"))
        #expect(without.error.contains("there is no field \"house.name\"."))
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml"])
        try office.write("name: Camping du Lac\ntown: Annecy\n", to: "house.yml")
        #expect(try merge(office).status == 0)
        let text = try office.text("out.txt")
        #expect(text.contains("Camping du Lac"))
        #expect(text.contains("Annecy, le 24 novembre 2026"))
    }

    @Test func `makes letters without an address from a list that holds none`() throws {
        let office = try office(
            template: "<html lang=\"fr\"><head><title>Bon</title></head><body><p>Bon pour {{Lot}}.</p></body></html>",
            list: "Lot;Valeur\nun vélo;3\nun café;1\n")
        let answer = try merge(office)
        #expect(answer.status == 0)
        #expect(
            answer.error == """
                list.csv:1: no column holds a town and none a name, so the letters bear no address.
                  -> If one does, say so in a map file (Their column: town), and add: --map map.yml

                """)
        #expect(try office.text("out.txt").contains("Bon pour un café."))
        let export = try merge(office, to: "out.xml")
        #expect(export.status == 1)
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml", "out.txt"])
    }

    @Test func `takes column names of one's own through a map`() throws {
        let office = try office(
            template:
                "<html lang=\"fr\"><head><title>Bon</title></head><body><p>{{client.family_name}}</p></body></html>",
            list: "Patronyme;Où\nDurand;Saint-Malo\n")
        try office.write("Patronyme: family_name\nOù: town\n", to: "map.yml")
        #expect(try merge(office, "--map", "map.yml").status == 0)
        let text = try office.text("out.txt")
        #expect(text.contains("SAINT MALO"))
        #expect(text.contains("Durand\n"))
    }

    @Test func `stops after the limit, and tells a script what it did`() throws {
        let office = try office()
        let answer = try merge(office, "--limit", "1", "--json")
        struct Output: Decodable {
            var file: String
            var letters: Int
            var pages: Int
            var rows: Int
            var left_out: Int
        }
        let output = try JSONDecoder().decode(Output.self, from: Data(answer.output.utf8))
        #expect(output.file == "out.txt")
        #expect(output.letters == 1 && output.pages == 1 && output.rows == 1 && output.left_out == 0)
    }

    @Test func `takes a document of the template folder in each row's language`() throws {
        let office = try Office()
        try office.write(
            """
            nom;rue;code postal;ville;pays;langue;demande;date de la demande
            Jansen;Dorpsstraat 1;1234 AB;Ede;NL;nl;documentation;2026-11-20
            Durand;3 rue Haute;35400;Saint-Malo;FR;fr;;
            Novák;Hlavní 5;11000;Praha;CZ;cs;;

            """, to: "list.csv")
        let answer = try office.publipost("merge", "documentation", "list.csv", "-o", "out.txt")
        #expect(answer.status == 0, "\(answer.error)")
        let letters = try office.text("out.txt").split(separator: "\u{C}")
        #expect(letters.count == 3)
        #expect(letters[0].contains("20 november 2026"))
        #expect(letters[1].contains("Merci de l’intérêt"))
        #expect(letters[2].contains("RÉPUBLIQUE TCHÈQUE"))
    }

    @Test func `never takes the place of what it is made from, nor leaves half a file`() throws {
        let office = try office()
        let same = try merge(office, "--format", "text", to: "./list.csv")
        #expect(same.status == 64)
        #expect(
            same.error == """
                -o: the letters would take the place of list.csv, which they are made from.
                  -> Name another file for the letters.

                """)
        #expect(try office.text("list.csv") == Self.list)
        let nowhere = try merge(office, to: "nowhere/out.ps")
        #expect(nowhere.status == 1)
        #expect(
            nowhere.error == """
                nowhere/out.ps: there is no such folder, so nothing was written.
                  -> Make the folder, or choose another.

                """)
        #expect(try merge(office, to: "out.pdf").status == 64)
        #expect(try merge(office, "--limit", "0").status == 64)
        let straight = try merge(office, "--format", "text", "--limit", "1", to: "/dev/stdout")
        #expect(straight.status == 0)
        #expect(straight.output.contains("Mme Zoé Durand"))
        #expect(!straight.output.contains("1 letter on"))
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml"])
    }

    @Test func `with nothing to do leaves no file`() throws {
        let office = try office(list: "Nom;Ville;Article;Jour;Montant;Payée\n")
        let empty = try merge(office)
        #expect(empty.status == 0)
        #expect(empty.output == "Nothing to do: the list has no rows.\n")
        try office.write("Nom;Ville;Article;Jour;Montant;Payée\nDurand;;jetons;;1;\n", to: "list.csv")
        let nobody = try merge(office, "--lang", "fr")
        #expect(nobody.status == 3)
        #expect(nobody.output == "Aucune lettre n’a été faite\u{A0}: 1 ligne laissée de côté.\n")
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml"])
    }

    @Test func `names the row whose name has a sign that no font has, and only that one`() throws {
        let office = try office(
            list: """
                Nom;Prénom;Civilité;Rue;Code postal;Ville;Article;Jour;Montant;Payée
                Martin;Zoé;Mme;3 rue Haute;35400;Saint-Malo;jetons;3/11/2026;12,50;non
                漢字;;;4 rue Haute;35400;Saint-Malo;jetons;3/11/2026;12,50;non
                Durand;Luc;M.;5 rue Haute;35400;Saint-Malo;jetons;3/11/2026;12,50;non

                """)
        let answer = try merge(office, to: "out.ps")
        #expect(answer.status == 0)
        #expect(answer.output == "out.ps: 3 letters on 3 pages.\n")
        #expect(
            answer.error == """
                list.csv:3: a character of this letter is in none of the fonts; a box stands in its place.

                """)
    }

    @Test func `prints a name with high marks as it is written, and spaces the template's own`() throws {
        let office = try office(
            template: Self.template.replacing("s’élève", with: "{{Nom}}! s’élève").replacing(
                "réglée.", with: "réglée!"),
            list: Self.list.replacing("Dvořák", with: "\"Dupont & Fils; Cie?\""))
        #expect(try merge(office).status == 0)
        let text = try office.text("out.txt").split { $0.isWhitespace }.joined(separator: " ")
        #expect(text.contains("M. Antonín Dupont & Fils; Cie? 4 RUE HAUTE"))
        #expect(text.contains("2026 Dupont & Fils; Cie? ! s’élève"))
        #expect(text.contains("Elle est réglée !"))
        #expect(try merge(office, to: "out.ps").status == 0)
        let words = try office.run(
            "/usr/bin/gs", ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite", "-sOutputFile=-", "out.ps"])
        #expect(words.output.contains("M. Antonín Dupont & Fils; Cie?"))
        #expect(words.output.contains("réglée\u{202F}!"))
    }

    @Test func `writes plain text in ISO 8859-15 where a printer wants it`() throws {
        let office = try office()
        #expect(try merge(office, "--encoding", "iso-8859-15").status == 0)
        let bytes = Array(try office.bytes("out.txt"))
        let expected = Array("M. Antonín Dvorák".unicodeScalars.map { UInt8($0.value) })
        #expect(bytes.split(separator: 10).contains { $0.suffix(expected.count).elementsEqual(expected) })
        // 1 234,50 €: the euro is A4.
        #expect(bytes.split(separator: 10).contains { $0.contains(0xA4) })
        try office.write(Self.list.replacing("Dvořák", with: "漢字"), to: "list.csv")
        let foreign = try merge(office, "--encoding", "ISO-8859-15")
        #expect(foreign.status == 0)
        #expect(
            foreign.error == """
                list.csv:3: a character of this letter is not in ISO 8859-15; a question mark stands in its place.

                """)
    }

    @Test func `asks the printer for both sides, a tray and copies`() throws {
        let office = try office()
        #expect(try merge(office, "--duplex", "--tray", "letterhead", "--copies", "2", to: "out.ps").status == 0)
        let file = String(decoding: try office.bytes("out.ps"), as: UTF8.self)
        for line in [
            "%%Requirements: collate duplex numcopies(2)", "%%BeginFeature: *Duplex DuplexNoTumble",
            "%%BeginFeature: *MediaType letterhead", "%%BeginFeature: *Copies 2",
            "%%BeginFeature: *Collate True\n<</Collate true>> setpagedevice", "%%Pages: 3",
        ] { #expect(file.contains(line + "\n"), "\(line)") }
    }

    @Test(arguments: [
        (["--duplex"], "Error: --duplex is for PostScript: add --format ps."),
        (["--tray", "2"], "Error: --tray is for PostScript: add --format ps."),
        (["--copies", "2"], "Error: --copies is for PostScript: add --format ps."),
        (["--format", "ps", "--encoding", "utf-8"], "Error: --encoding is for plain text: add --format text."),
        (["--format", "ps", "--copies", "0"], "Error: --copies wants a number from 1 to 999."),
        (["--format", "ps", "--tray", ""], "Error: --tray wants the name or the number of a tray."),
    ])
    func `refuses a wish that its format cannot have`(words: [String], says: String) throws {
        let office = try office()
        let answer = try office.run(
            Office.programPath, ["merge", "order.fr.xhtml", "list.csv", "-o", "out.txt"] + words)
        #expect(answer.status == 64)
        #expect(answer.error.split(separator: "\n").first.map(String.init) == says)
        #expect(office.names(in: "") == ["list.csv", "order.fr.xhtml"])
    }

    @Test func `leaves the same rows out of text and of PostScript`() throws {
        let long = String(repeating: "Très-Long-Nom ", count: 12)
        let office = try office(list: Self.list.replacing("Durand", with: long))
        for file in ["out.txt", "out.ps", "out.xml"] {
            let answer = try merge(office, to: file)
            #expect(answer.status == 3)
            #expect(
                answer.error == """
                    list.csv:2: The address does not fit into the envelope's window: it has too many lines, or one that is too \
                    long.

                    """)
        }
    }

    @Test func `lays labels out on the sheet in text too`() throws {
        let office = try Office()
        try office.write(
            "nom;rue;code postal;ville;pays\n"
                + (1...25).map { "Roux \($0);\($0) rue Haute;35400;Saint-Malo;FR\n" }.joined(), to: "list.csv")
        let answer = try office.publipost("merge", "label", "list.csv", "-o", "out.txt")
        #expect(answer.status == 0, "\(answer.error)")
        let sheets = try office.text("out.txt").split(separator: "\u{C}")
        #expect(sheets.count == 2)
        #expect(sheets[0].contains("Roux 1                     Roux 2                     Roux 3\n"))
    }
}
