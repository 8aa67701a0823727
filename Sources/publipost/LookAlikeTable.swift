import Correspondence
import Mailing

/// Look-alikes as a table, each with its reason on a line below.
struct LookAlikeTable {
    private let found: [LookAlike]
    private let language: MessageLanguage

    init(_ found: [LookAlike], in language: MessageLanguage) {
        self.found = found
        self.language = language
    }

    var lines: [String] {
        let rows = ClientTable(found.map(\.line), language: language).rows
        return [rows[0]]
            + zip(rows.dropFirst(), found).flatMap { row, lookAlike in
                let percent = Int((lookAlike.probability * 100).rounded(.down))
                return [
                    row,
                    "    \(lookAlike.answer.text(in: language)) (\(percent) %) – \(lookAlike.reason.text(in: language))",
                ]
            }
    }
}
