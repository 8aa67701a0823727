import Correspondence
import Glibc
import Mailing

/// Clients as a table that fits the terminal: number, name, town, last stay, plate.
struct ClientTable {
    private let cells: [[String]]
    private let width: Int

    init(_ clients: [ClientLine], language: MessageLanguage, width: Int = ClientTable.terminalWidth) {
        let heads = [
            Wording(en: "Number", fr: "Numéro"), Wording(en: "Name", fr: "Nom"), Wording(en: "Town", fr: "Ville"),
            Wording(en: "Last stay", fr: "Dernier séjour"), Wording(en: "Plate", fr: "Plaque"),
        ]
        self.width = width
        cells =
            [heads.map { $0.text(in: language) }]
            + clients.map { client in
                [
                    String(client.number), client.name, client.client.address.town ?? "", client.lastStay?.iso ?? "",
                    client.plate ?? "",
                ]
            }
    }

    /// The lines, the head first. Names and towns give way where the terminal is narrow.
    var rows: [String] {
        var widths = (0..<5).map { column in cells.map { $0[column].count }.max() ?? 0 }
        while widths.reduce(8, +) > width, let widest = [1, 2].max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
        {
            widths[widest] -= 1
        }
        return cells.map { row in
            let padded = zip(row, widths).map { Self.fit($0, $1) }.joined(separator: "  ")
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func fit(_ text: String, _ width: Int) -> String {
        text.count > width
            ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
    }

    /// 80 columns where standard output is no terminal.
    static var terminalWidth: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
