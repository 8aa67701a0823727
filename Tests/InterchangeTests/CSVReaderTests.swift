import Correspondence
import Interchange
import Testing

/// Everything a reader delivers, as text: `line: cell|cell`, or `line! code: original`.
func transcript(of bytes: [UInt8], pieceSize: Int = 1 << 17) throws -> String {
    let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize)
    var lines = ["header: " + reader.header.joined(separator: "|")]
    while try reader.next() {
        if let fault = reader.fault {
            lines.append("\(reader.lineNumber)! \(fault.code): \(String(decoding: reader.original, as: UTF8.self))")
        } else {
            lines.append("\(reader.lineNumber): \(reader.strings().joined(separator: "|"))")
        }
    }
    return lines.joined(separator: "\n")
}

func transcript(of text: String) throws -> String { try transcript(of: Array(text.utf8)) }

@Suite struct CSVReaderTests {
    @Test func `A list is read cell by cell`() throws {
        let text = "id;nom;ville\n1;Durand;Saint-Malo\n2;Lefèvre;Dinan\n"
        #expect(
            try transcript(of: text) == """
                header: id|nom|ville
                2: 1|Durand|Saint-Malo
                3: 2|Lefèvre|Dinan
                """)
    }

    @Test func `Quotes keep separators, quotes and line breaks`() throws {
        let text =
            "id,nom\r\n1,\"Durand, Paul\"\r\n2,\"dit \"\"Le Grand\"\"\"\r\n3,\"deux\r\nlignes\" \r\n4,\"\"\r\n5,12\" tuyau"
        #expect(
            try transcript(of: text) == """
                header: id|nom
                2: 1|Durand, Paul
                3: 2|dit "Le Grand"
                4: 3|deux\r\nlignes
                6: 4|
                7: 5|12" tuyau
                """)
    }

    @Test func `A lone quote inside a quoted cell stands for itself`() throws {
        #expect(
            try transcript(of: "id;nom\n1;\"Le \"Petit\" Camping\"\n") == "header: id|nom\n2: 1|Le \"Petit\" Camping")
    }

    @Test func `Blanks before a quote are dropped where the quote is properly closed`() throws {
        #expect(
            try transcript(
                of:
                    "\"id\", \"nom\", \"ville\"\n1, \"Durand, Paul\",  \"Di\"\"nan\" \n2, \"Le\" Petit, x\n3, \"Roux, x\n"
            ) == """
                header: id|nom|ville
                2: 1|Durand, Paul|Di"nan
                3: 2| "Le" Petit| x
                4: 3| "Roux| x
                """)
    }

    @Test func `Blank lines and rows of empty cells are passed over and counted`() throws {
        let reader = try CSVReader(bytes: Array("\n\nid;nom\n\n1;Durand\n;;\n  \n2;Petit\n\n".utf8))
        #expect(reader.header == ["id", "nom"])
        #expect(try reader.next())
        #expect(reader.lineNumber == 5)
        #expect(try reader.next())
        #expect(reader.lineNumber == 8)
        #expect(try !reader.next())
        #expect(reader.blankCount == 6)
        #expect(reader.rowCount == 2)
    }

    @Test func `Empty cells at the end are tolerated, missing and further ones make a bad row`() throws {
        #expect(
            try transcript(of: "id;nom;ville;;\n1;Durand;Dinan\n2;Petit;Dinan;;;\n3;Roux\n4;Roux;Dinan;FR\n") == """
                header: id|nom|ville
                2: 1|Durand|Dinan
                3: 2|Petit|Dinan
                4! cell_count: 3;Roux
                5! cell_count: 4;Roux;Dinan;FR
                """)
    }

    @Test func `A quote that is never closed costs one line`() throws {
        let rows = (1...5000).map { "\($0);Durand;Dinan\n" }.joined()
        let reader = try CSVReader(bytes: Array("id;nom;ville\n0;\"Petit;Dinan\n\(rows)".utf8))
        #expect(try reader.next())
        #expect(reader.fault == .unclosedQuote(line: 2))
        #expect(String(decoding: reader.original, as: UTF8.self) == "0;\"Petit;Dinan")
        var good = 0
        while try reader.next() { good += reader.fault == nil ? 1 : 0 }
        #expect(good == 5000)
        #expect(reader.rowCount == 5001)
    }

    @Test func `A row longer than the limit arrives in pieces, none of it lost`() throws {
        let long = String(repeating: "x", count: 3 * CSVReader.rowLimit)
        let reader = try CSVReader(bytes: Array("id;nom\n1;\(long)\n2;Petit\n".utf8))
        var length = 0
        var rows: [String] = []
        while try reader.next() {
            if reader.fault == nil { rows = reader.strings() } else { length += reader.original.count }
        }
        #expect(length == long.utf8.count + 2)
        #expect(rows == ["2", "Petit"])
        #expect(reader.lineNumber == 3)
    }

    @Test func `Bytes that are no UTF-8 make a bad row that keeps them`() throws {
        let bytes = Array("id;nom\n1;Lefèvre\n2;Ren".utf8) + [0xE9] + Array("e\n3;Noël\n".utf8)
        let reader = try CSVReader(bytes: bytes)
        #expect(reader.format.encoding == .utf8)
        #expect(try reader.next() && reader.next())
        #expect(reader.fault == .undecodable(.utf8))
        #expect(Array(reader.original) == Array("2;Ren".utf8) + [0xE9] + Array("e".utf8))
        #expect(try reader.next())
        #expect(reader.strings() == ["3", "Noël"])
    }

    @Test(arguments: [
        ("id,nom\n1,\"a;b;c\"\n", CSVFormat.Separator.comma),
        ("id;nom\n1;12,5\n2;13,5\n", .semicolon),
        ("id\tnom\n1\ta,b;c\n", .tab),
        ("nom\nDurand, Paul\nPetit, Anne\n", .semicolon),
        ("sep=;\nid;nom,prénom,ville\n1;x\n", .semicolon),
        ("nom, prénom;rue;ville\nDurand, Paul;1 rue A, B;Dinan\n", .semicolon),
    ])
    func `The separator is recognised outside quotes`(text: String, expected: CSVFormat.Separator) throws {
        #expect(try CSVReader(bytes: Array(text.utf8)).format.separator == expected)
    }

    @Test func `Names of columns are trimmed, a byte order mark is no part of them`() throws {
        let reader = try CSVReader(bytes: Array("\u{FEFF} id ; \"nom\";;ville\u{A0};\n1;Roux;;Dinan\n".utf8))
        #expect(reader.header == ["id", "nom", "", "ville"])
        let map = try ColumnMap(header: reader.header, purpose: .importing)
        #expect(map.columns == [.client(.reference), .client(.familyName), .ignored, .client(.town)])
        #expect(map.notes == [])
    }

    @Test(arguments: [
        (
            Array("PK\u{3}\u{4}xyz".utf8), "a spreadsheet or an archive",
            "Open it in the spreadsheet program and save the sheet as CSV."
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 1], "a spreadsheet or an archive",
            "Open it in the spreadsheet program and save the sheet as CSV."
        ),
        (Array("%PDF-1.4\n".utf8), "a PDF document", "Give a list of clients as CSV."),
        (Array("SQLite format 3\0".utf8), "a database", "Give a list of clients as CSV."),
        ([UInt8](repeating: 0, count: 100), "no text", "Give a list of clients as CSV."),
    ])
    func `A file that is no list is called by its kind`(bytes: [UInt8], kind: String, remedy: String) {
        #expect(
            problem { try CSVReader(bytes: bytes, place: .file("clients.xlsx")) }
                == "clients.xlsx: this is \(kind), not a CSV file.\n  -> \(remedy)")
    }

    @Test func `A file that is missing, a folder and an empty file are told apart`() {
        #expect(
            problem { try CSVReader(path: "nowhere.csv") } == """
                nowhere.csv: there is no such file.
                  -> Check the name and the folder.
                """)
        #expect(
            problem { try CSVReader(path: "/") } == """
                /: this is a folder, not a file.
                  -> Check the name and the folder.
                """)
        #expect(
            problem { try CSVReader(bytes: Array("\n\n".utf8), place: .file("clients.csv")) } == """
                clients.csv: the file is empty.
                  -> Write the names of the columns on its first line.
                """)
        #expect(
            problem { try CSVReader(bytes: Array("\n\"\";\"\"\n1;x\n".utf8), place: .file("clients.csv")) } == """
                clients.csv:2: no column has a name.
                  -> Write the names of the columns on the file's first line.
                """)
        #expect(
            problem { try CSVReader(bytes: Array("id;\"nom\n1;x\n".utf8), place: .file("clients.csv")) } == """
                clients.csv:1: the names of the columns cannot be read: the quotation mark that opens a cell on line 1 is never closed.
                  -> Save the file again as CSV, with the names of the columns on its first line.
                """)
    }
}

/// The English text of the problem that `act` throws.
func problem(_ act: () throws -> some Any) -> String {
    do {
        _ = try act()
        return "no problem"
    } catch let problem as Problem {
        return problem.text(in: .english)
    } catch {
        return "\(error)"
    }
}
