import Correspondence

extension DuplicateReport {
    /// The report as plain text.
    package var text: String {
        var lines = [title, String(repeating: "=", count: title.count), ""]
        lines += Self.columns(stateLines.map { [$0.label, $0.value] })
        if !originLines.isEmpty {
            lines += ["", originsHeading] + Self.columns(originLines.map { ["  " + $0.label, $0.value] })
        }
        lines += [""] + instructions
        for group in groups { lines += ["", text(of: group)] }
        if let furtherLine { lines += ["", furtherLine] }
        if !settled.isEmpty { lines += [""] + settledLines }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One group: its tick boxes, its records side by side, its evidence.
    package func text(of group: Group) -> String {
        let code = group.found.code.text
        let head = "\(code)  \(summary(of: group))"
        var lines = [head, String(repeating: "-", count: head.count)]
        lines.append(
            "[ ] " + words.say("merge", "fusionner") + " \(code)    [ ] " + words.say("not the same", "différents")
                + " \(code)")
        let heads = [""] + group.records.map { "\($0.number)" } + ["-> \(group.kept.survivor)"]
        lines += Self.columns(
            [heads]
                + rows(of: group).map { row in
                    [(row.differs ? "* " : "  ") + row.label] + row.cells + [row.kept]
                })
        for pair in group.pairs { lines += self.lines(of: pair) }
        lines.append(words.verdict(on: group))
        return lines.joined(separator: "\n")
    }

    private func lines(of pair: Pair) -> [String] {
        let found = pair.found
        let head =
            "\(found.one), \(found.other)\(words.colon)\(words.answer(found.likeness)), \(words.percent(found.probability)), "
            + "\(words.bits(found.weight)) bits"
        return [head, "  " + words.sentence(pair.evidence)]
    }

    private var settledLines: [String] {
        [words.say("Settled as not the same", "Décidés différents")]
            + settled.map { "  \($0.one), \($0.other)" }
    }

    /// Rows as columns, each as wide as its widest cell.
    static func columns(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                text + String(repeating: " ", count: widths[column] - text.count)
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }
}
