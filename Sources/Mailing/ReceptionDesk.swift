package import Correspondence
import Filing

/// What a receptionist does with one client at a time.
package struct ReceptionDesk: Sendable {
    private let file: ClientFile

    /// - Throws: A `Problem` if the client file is missing or cannot be used.
    package init(_ workplace: Workplace) throws(Problem) {
        file = try ClientFile(at: workplace.clientFile, creating: false)
    }

    /// Returns the clients whose name, company, e-mail, phone, town, plate or companion begins with `text`.
    package func find(_ text: String, limit: Int = 50) throws(Problem) -> [ClientLine] {
        try file.find(text, limit: limit).map(ClientLine.init)
    }
}

/// A client as a line of a table: enough to know a guest again.
package struct ClientLine: Hashable, Sendable {
    package var client: Client
    package var lastStay: CivilDate?
    package var plate: String?

    fileprivate init(_ found: FoundClient) {
        client = found.filed.client
        lastStay = found.lastStay
        plate = found.plate
    }

    package var number: Client.Number { client.number ?? 0 }

    /// The person's name, or the company's, or both.
    package var name: String {
        let person = [client.familyName, client.givenName].compactMap(\.self).joined(separator: " ")
        return [person, client.company ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
