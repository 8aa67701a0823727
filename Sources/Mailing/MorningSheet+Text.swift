extension MorningSheet {
    /// The sheet as plain text, 80 columns where the words allow.
    package var text: String {
        var lines = [title, String(repeating: "=", count: title.count)]
        for section in sections {
            lines += ["", section.heading, String(repeating: "-", count: section.heading.count)]
            lines += Self.lines(of: section)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of section: Section) -> [String] {
        let labels = section.lines.compactMap { line in
            if case .pair(let label, _) = line { label.count } else { nil }
        }
        let width = labels.max() ?? 0
        return section.lines.map { line in
            switch line {
            case .sentence(let sentence): sentence
            case .command(let command): "    \(command)"
            case .pair(let label, let value):
                label + String(repeating: " ", count: width - label.count + 2) + value
            }
        }
    }
}
