/// Where something happened, in the form that editors open: `Templates/reminder.en.xhtml:12:13`.
package enum Place: Hashable, Sendable {
    /// A file, as the user named it, with the line (from 1) and the column (in characters, from 1) where they are known.
    case file(String, line: Int? = nil, column: Int? = nil)
    /// A client in a client file.
    case client(Int64, file: String)
    /// A word of the command line.
    case option(String)
    /// Something with a name of its own: a printer, a mailing, a run.
    case thing(Wording)
}

extension Place {
    /// Returns the place as it stands before a message.
    package func text(in language: MessageLanguage) -> String {
        switch self {
        case .file(let name, nil, _): name
        case .file(let name, let line?, nil): "\(name):\(line)"
        case .file(let name, let line?, let column?): "\(name):\(line):\(column)"
        case .client(let number, let file): "\(file), client \(number)"
        case .option(let word): word
        case .thing(let wording): wording.text(in: language)
        }
    }
}
