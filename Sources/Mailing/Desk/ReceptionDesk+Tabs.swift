package import Correspondence
import Filing

extension ReceptionDesk {
    /// What came of a deed in a tab.
    package struct TabDeed: Sendable {
        package var number: Client.Number
        /// The line's number in the tab, from 1.
        package var line: Int
        package var notes: [Problem]
    }

    /// Adds a line to a tab.
    package func addLine(to tab: ClientTab, of key: ClientKey, _ words: [FieldWord]) throws(Problem) -> TabDeed {
        switch tab {
        case .companion: try add(Companion.self, of: key, words)
        case .vehicle: try add(Vehicle.self, of: key, words)
        case .paper: try add(IdentityPaper.self, of: key, words)
        case .animal: try add(Animal.self, of: key, words)
        case .bank: try add(BankAccount.self, of: key, words)
        }
    }

    /// Changes the line with a number in its tab.
    package func editLine(
        _ line: Int, in tab: ClientTab, of key: ClientKey, _ words: [FieldWord]
    ) throws(Problem) -> TabDeed {
        switch tab {
        case .companion: try edit(Companion.self, line, of: key, words)
        case .vehicle: try edit(Vehicle.self, line, of: key, words)
        case .paper: try edit(IdentityPaper.self, line, of: key, words)
        case .animal: try edit(Animal.self, line, of: key, words)
        case .bank: try edit(BankAccount.self, line, of: key, words)
        }
    }

    /// Removes the line with a number from its tab.
    package func removeLine(_ line: Int, from tab: ClientTab, of key: ClientKey) throws(Problem) -> TabDeed {
        let number = try number(of: key)
        switch tab {
        case .companion: try file.remove(Companion.self, line, of: number, by: clerk.name, at: clerk.moment)
        case .vehicle: try file.remove(Vehicle.self, line, of: number, by: clerk.name, at: clerk.moment)
        case .paper: try file.remove(IdentityPaper.self, line, of: number, by: clerk.name, at: clerk.moment)
        case .animal: try file.remove(Animal.self, line, of: number, by: clerk.name, at: clerk.moment)
        case .bank: try file.remove(BankAccount.self, line, of: number, by: clerk.name, at: clerk.moment)
        }
        return TabDeed(number: number, line: line, notes: [])
    }

    private func add<Line: TypedLine>(
        _ type: Line.Type, of key: ClientKey, _ words: [FieldWord]
    ) throws(Problem) -> TabDeed {
        var line = Line.blank
        try line.set(FieldWords(words))
        guard line.isFilled else { throw .emptyLine(ClientTab(of: type)) }
        let number = try number(of: key)
        let position = try file.add(line, to: number, by: clerk.name, at: clerk.moment)
        return TabDeed(number: number, line: position, notes: line.doubts(today: clerk.day))
    }

    private func edit<Line: TypedLine>(
        _ type: Line.Type, _ position: Int, of key: ClientKey, _ words: [FieldWord]
    ) throws(Problem) -> TabDeed {
        let number = try number(of: key)
        // What was typed is judged before the file is touched.
        let lines = try file.lines(of: number, as: type)
        var changed = lines.indices.contains(position - 1) ? lines[position - 1] : Line.blank
        try changed.set(FieldWords(words))
        guard changed.isFilled || !lines.indices.contains(position - 1) else { throw .emptyLine(ClientTab(of: type)) }
        try file.change(position, of: number, by: clerk.name, at: clerk.moment) { (line: inout Line) in line = changed }
        return TabDeed(number: number, line: position, notes: changed.doubts(today: clerk.day))
    }
}

extension ClientTab {
    fileprivate init(of type: any TypedLine.Type) {
        self =
            switch type {
            case is Companion.Type: .companion
            case is Vehicle.Type: .vehicle
            case is IdentityPaper.Type: .paper
            case is Animal.Type: .animal
            default: .bank
            }
    }

    /// One of these a line cannot do without.
    fileprivate var needed: String {
        switch self {
        case .companion: "given_name=…"
        case .vehicle: "plate=…"
        case .paper: "kind=…"
        case .animal: "name=…"
        case .bank: "iban=…"
        }
    }
}

extension Problem {
    fileprivate static func emptyLine(_ tab: ClientTab) -> Problem {
        Problem(
            .option(tab.rawValue),
            Wording(
                en: "the line would say nothing, so nothing was written.",
                fr: "la ligne ne dirait rien\u{A0}; rien n’a été écrit."),
            remedy: Wording(en: "Give at least \(tab.needed)", fr: "Indiquez au moins \(tab.needed)"), weight: .usage)
    }
}
