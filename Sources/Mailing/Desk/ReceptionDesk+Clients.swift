package import Correspondence
import Filing

extension ReceptionDesk {
    /// What came of the wish to create a client.
    package enum Addition: Sendable {
        case added(Client, notes: [Problem])
        /// Nothing was added: look first whether it is one of these.
        case lookAlikes([LookAlike])
    }

    /// Creates a client, unless it looks like one who is there already.
    ///
    /// - Parameter isNew: Somebody has said that it is another person.
    /// - Throws: A `Problem` where neither name nor company is given, or the reference is taken.
    package func add(_ words: [FieldWord], isNew: Bool = false) throws(Problem) -> Addition {
        let entry = ClientEntry(house: house, today: clerk.day)
        var client = Client()
        entry.set(words, in: &client)
        guard client.familyName != nil || client.company != nil else { throw .needsName(workplace.clientFile) }
        if !isNew {
            let found = try lookAlikes(of: client)
            if !found.isEmpty { return .lookAlikes(found) }
        }
        let added = try file.add(client, by: clerk.name, at: clerk.moment)
        try LookAlikeSearch(file).file(added)
        return .added(added, notes: entry.notes(about: words, in: added))
    }

    /// Returns the clients who may be the same as one who is about to be created.
    package func lookAlikes(of client: Client) throws(Problem) -> [LookAlike] {
        try LookAlikeSearch(file).lookAlikes(of: client)
    }

    /// What came of a change.
    package struct Change: Sendable {
        package var number: Client.Number
        package var client: Client
        /// The fields that have another value now.
        package var fields: [String]
        package var notes: [Problem]
    }

    /// Changes fields of a client.
    package func edit(_ key: ClientKey, _ words: [FieldWord]) throws(Problem) -> Change {
        let number = try number(of: key)
        let entry = ClientEntry(house: house, today: clerk.day)
        let changes = try file.change(number, by: clerk.name, at: clerk.moment) { entry.set(words, in: &$0) }
        let client = try file.client(number).client
        try LookAlikeSearch(file).file(client)
        return Change(
            number: number, client: client, fields: changes.map(\.field.name),
            notes: entry.notes(about: words, in: client))
    }
}

extension Problem {
    fileprivate static func needsName(_ file: String) -> Problem {
        Problem(
            .file(file),
            Wording(
                en: "a client needs a family name or a company, so nothing was written.",
                fr: "un client doit avoir un nom ou une société\u{A0}; rien n’a été écrit."),
            remedy: Wording(
                en: "Say it: publipost client add family_name=… given_name=…",
                fr: "Indiquez-le\u{A0}: publipost client add family_name=… given_name=…"))
    }
}
