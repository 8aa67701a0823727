package import Correspondence
import Filing

/// What a receptionist does with one client at a time. Each deed is one transaction.
package struct ReceptionDesk: Sendable {
    let file: ClientFile
    let workplace: Workplace
    package let clerk: Clerk

    /// - Parameter creating: Whether a client file that is missing is made.
    /// - Throws: A `Problem` if the client file is missing or cannot be used.
    package init(
        _ workplace: Workplace, clerk: Clerk = .present, creating: Bool = false
    ) throws(Problem) {
        self.workplace = workplace
        self.clerk = clerk
        file = try ClientFile(at: workplace.clientFile, creating: creating)
    }

    /// A desk at which the client file is only read, also where it cannot be written to.
    package init(reading workplace: Workplace) throws(Problem) {
        self.workplace = workplace
        clerk = .present
        file = try ClientFile(reading: workplace.clientFile)
    }

    /// Returns the clients whose name, company, e-mail, phone, town, plate or companion begins with `text`; where none does,
    /// those whose name is like it.
    package func find(_ text: String, limit: Int = 50) throws(Problem) -> [ClientLine] {
        let found = try file.find(text, limit: limit)
        return try (found.isEmpty ? file.findLike(text, limit: min(limit, 20)) : found).map(ClientLine.init)
    }

    /// Returns the number under which a client is filed now.
    func number(of key: ClientKey) throws(Problem) -> Client.Number {
        switch key {
        case .number(let number): try file.currentNumber(of: number)
        case .reference(let reference): try file.client(reference: reference).client.number ?? 0
        }
    }

    /// The house, where there is one: the desk works without it.
    var house: House? { try? House(path: workplace.templates + "/house.yml") }
}

/// A client as a line of a table: enough to know a guest again.
package struct ClientLine: Hashable, Sendable {
    package var client: Client
    package var lastStay: CivilDate?
    package var plate: String?

    init(_ found: FoundClient) {
        client = found.filed.client
        lastStay = found.lastStay
        plate = found.plate
    }

    init(_ filed: FiledClient) {
        client = filed.client
    }

    package var number: Client.Number { client.number ?? 0 }

    /// The person's name, or the company's, or both.
    package var name: String {
        let person = [client.familyName, client.givenName].compactMap(\.self).joined(separator: " ")
        return [person, client.company ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
