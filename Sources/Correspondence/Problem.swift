/// Something that a person has to know about: where, what happened, what to do.
///
/// ```
/// Templates/reminder.en.xhtml:12:13: there is no field "client.givn_name".
///     <p>Dear {{client.givn_name}},</p>
///                ^^^^^^^^^^^^^^^^
///   -> Write client.given_name, or list all fields with: publipost letter check --fields
/// ```
package struct Problem: Error, Hashable, Sendable {
    /// What the problem means for the act that met it.
    package enum Weight: Hashable, Sendable {
        /// The act stopped and did nothing. Exit code 1.
        case stopped
        /// Somebody else holds what is needed; trying again helps. Exit code 75.
        case busy
        /// The command line does not parse. Exit code 64.
        case usage
    }

    /// The line that the problem stands in, and the part of it to underline.
    package struct Excerpt: Hashable, Sendable {
        package var line: String
        /// Columns in characters, from 1. Empty: nothing is underlined.
        package var columns: Range<Int>

        package init(line: String, columns: Range<Int>) {
            self.line = line
            self.columns = columns
        }
    }

    package var place: Place?
    /// A full sentence in lower case after the place, with its full stop.
    package var what: Wording
    /// Begins with a verb; a command is given ready to type. No arrow: ``text(in:)`` sets it.
    package var remedy: Wording?
    package var excerpt: Excerpt?
    package var weight: Weight
    /// Further problems of the same act, all reported at once.
    package var others: [Problem]

    package init(
        _ place: Place? = nil,
        _ what: Wording,
        remedy: Wording? = nil,
        excerpt: Excerpt? = nil,
        weight: Weight = .stopped,
        others: [Problem] = []
    ) {
        self.place = place
        self.what = what
        self.remedy = remedy
        self.excerpt = excerpt
        self.weight = weight
        self.others = others
    }
}

extension Problem {
    /// Returns the whole message, several lines without a newline at its end.
    package func text(in language: MessageLanguage) -> String {
        var lines: [String] = []
        let sentence = what.text(in: language)
        if let place {
            lines.append(place.text(in: language) + (language == .french ? "\u{A0}: " : ": ") + sentence)
        } else {
            lines.append(sentence)
        }
        if let excerpt {
            lines.append("    " + excerpt.line)
            if !excerpt.columns.isEmpty {
                let indent = String(repeating: " ", count: 4 + excerpt.columns.lowerBound - 1)
                lines.append(indent + String(repeating: "^", count: excerpt.columns.count))
            }
        }
        if let remedy {
            lines.append("  -> " + remedy.text(in: language))
        }
        for other in others {
            lines.append(other.text(in: language))
        }
        return lines.joined(separator: "\n")
    }

    /// Joins several problems into one that reports them all, equal ones once.
    ///
    /// - Precondition: `problems` is not empty.
    package static func all(_ problems: [Problem]) -> Problem {
        var first = problems[0]
        // One part that four templates use has its fault once.
        for problem in problems.dropFirst() where problem != problems[0] && !first.others.contains(problem) {
            first.others.append(problem)
        }
        return first
    }
}
