package import Correspondence

/// Asks for a new client on a terminal, field by field, and offers to open one who is there already.
package struct ClientInterview {
    /// What came of it.
    package enum Outcome: Sendable {
        case added(Client)
        /// The client is there already; the record is wanted.
        case opened(Client.Number)
        case left
    }

    /// Puts a question and returns the answer; nil where nobody answers any more.
    package typealias Ask = (_ question: String) -> String?

    private let desk: ReceptionDesk
    private let language: MessageLanguage
    private let ask: Ask

    package init(_ desk: ReceptionDesk, in language: MessageLanguage, ask: @escaping Ask) {
        self.desk = desk
        self.language = language
        self.ask = ask
    }

    /// The fields that are asked for; the others can be added with `client edit`.
    private static let fields: [ClientField] = [
        .title, .familyName, .givenName, .company, .street, .postcode, .town, .country, .phone, .mobile, .email,
        .birthDate, .language, .type,
    ]

    /// Holds the interview.
    ///
    /// - Parameter isNew: Nobody wants to see look-alikes.
    package func run(isNew: Bool) throws(Problem) -> Outcome {
        var words: [FieldWord] = []
        var client = Client()
        let entry = ClientEntry(house: desk.house, today: desk.clerk.day)
        for field in Self.fields {
            guard let word = askFor(field, entry, &client) else { return .left }
            if word.value != nil { words.append(word) }
            // Asked now, not after ten more questions.
            guard field == .company, client.familyName == nil, client.company == nil, !words.isEmpty else { continue }
            guard let name = ask(Wording.needsName.text(in: language)) else { return .left }
            words.append(FieldWord(name: ClientField.familyName.name, value: name))
            entry.set(words, in: &client)
        }
        if words.isEmpty { return .left }
        switch try desk.add(words, isNew: isNew) {
        case .added(let client, _): return .added(client)
        case .lookAlikes(let found): return try choose(among: found, words)
        }
    }

    /// Asks for one field; a doubtful value once more. Nil: nobody answers.
    private func askFor(_ field: ClientField, _ entry: ClientEntry, _ client: inout Client) -> FieldWord? {
        guard let answer = ask(question(field)) else { return nil }
        var word = FieldWord(name: field.name, value: answer)
        entry.set([word], in: &client)
        if let reason = entry.doubt(about: field, in: client) {
            guard let again = ask(Wording.keep(reason).text(in: language)) else { return nil }
            let second = FieldWord(name: field.name, value: again)
            if second.value != nil {
                word = second
                entry.set([word], in: &client)
            }
        }
        return word
    }

    private func question(_ field: ClientField) -> String {
        language == .french
            ? "\(field.frenchName)\u{A0}: " : field.name.replacing("_", with: " ") + ": "
    }

    private func choose(among found: [LookAlike], _ words: [FieldWord]) throws(Problem) -> Outcome {
        var question = Wording.thereAlready.text(in: language) + "\n"
        for lookAlike in found {
            let line = lookAlike.line
            let aids = [line.client.address.town, line.lastStay?.iso, line.plate].compactMap(\.self)
            question += "  \(line.number)  \(([line.name] + aids).joined(separator: ", "))\n"
            question += "      \(lookAlike.answer.text(in: language)) – \(lookAlike.reason.text(in: language))\n"
        }
        question += Wording.which.text(in: language)
        while let answer = ask(question).flatMap({ FieldWord(name: "", value: $0).value ?? "" }) {
            if answer.isEmpty { return .left }
            if let number = Client.Number(answer), found.contains(where: { $0.line.number == number }) {
                return .opened(number)
            }
            if ["new", "nouveau"].contains(answer.lowercased()),
                case .added(let client, _) = try desk.add(words, isNew: true)
            {
                return .added(client)
            }
            question = Wording.which.text(in: language)
        }
        return .left
    }
}

extension Wording {
    fileprivate static func keep(_ reason: Wording) -> Wording {
        Wording(
            en: "  ? \(reason.english). Enter keeps it, or write it again: ",
            fr: "  ? \(reason.french). Entrée le garde, ou écrivez-le de nouveau\u{A0}: ")
    }

    fileprivate static let needsName = Wording(
        en: "  ? a client needs a family name or a company. Family name: ",
        fr: "  ? un client doit avoir un nom ou une société. Nom\u{A0}: ")

    fileprivate static let thereAlready = Wording(
        en: "Clients like this one are there already:", fr: "Des clients semblables existent déjà\u{A0}:")
    fileprivate static let which = Wording(
        en: "Open one: its number. Create another: new. Leave: Enter. ",
        fr: "Ouvrir une fiche\u{A0}: son numéro. En créer une autre\u{A0}: nouveau. Abandonner\u{A0}: Entrée. ")
}
