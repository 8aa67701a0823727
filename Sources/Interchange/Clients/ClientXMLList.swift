package import Correspondence
package import XML

/// Reads clients from XML, the vocabulary of ``ClientSchema``, client by client, in constant memory.
///
/// Elements and attributes that are not known are passed over. What is doubtful in a client's own fields is kept as written
/// and flagged, as in a CSV list; a client with a number comes from an export, which lists its doubts itself, and is taken
/// as it stands. A tab's line, a request or the like that cannot be read is no reason to lose it: the client is rejected. A
/// document that is not well formed stops the reading with a `Problem`.
package final class ClientXMLList {
    package enum Outcome: Hashable, Sendable {
        case record(ClientRecord)
        case rejected(ImportRejection)
    }

    let reader: XMLReader
    private var draft: ClientDraft
    /// The first thing in the client being read that cannot be stored.
    var fault: Wording?
    /// The line on which the client begins that was read last, from 1.
    package private(set) var lineNumber = 1
    /// The position of the client that was read last among the document's, from 1; erased ones count too.
    package private(set) var position = 0

    package convenience init(path: String, homeCountry: String = "FR") throws(Problem) {
        try self.init(reader: XMLReader(path: path), homeCountry: homeCountry)
    }

    /// - Throws: A `Problem` if the document's first element is not `clients`.
    package init(reader: XMLReader, homeCountry: String = "FR") throws(Problem) {
        self.reader = reader
        draft = ClientDraft(homeCountry: homeCountry)
        guard case .open(let root) = try reader.next() else { throw .noClients(reader.here) }
        guard root == "clients" else { throw .noClients(reader.here) }
    }

    /// What was doubtful in the client that was read last.
    package var remarks: [ImportRemark] { draft.remarks }

    /// Returns the next client, read or rejected. Nil: there is none.
    package func next() throws(Problem) -> Outcome? {
        while let node = try reader.next() {
            guard case .open(let name) = node else { continue }
            if name == "client" || name == "erased" { return try client(isErased: name == "erased") }
            try skip()
        }
        return nil
    }

    private func client(isErased: Bool) throws(Problem) -> Outcome {
        lineNumber = reader.line
        position += 1
        fault = nil
        draft.begin(line: lineNumber)
        var record = ClientRecord(client: Client())
        let number = value("number").flatMap { Int64($0) }
        draft.isStored = number != nil
        if let reference = value("reference") { draft.take(reference, as: .reference) }
        record.confirmedOn = date("confirmed_on", of: "client")
        record.mailReturnedOn = date("mail_returned_on", of: "client")
        if isErased { record.erasedOn = requiredDate("erased_on", of: "erased") }
        while let node = try reader.next() {
            if case .close = node { break }
            if case .open(let name) = node { try take(name, into: &record) }
        }
        if let fault { return rejected("unread", fault) }
        if isErased {
            record.client.number = number
            return .record(record)
        }
        guard var client = draft.finished() else { return rejected("no_name", .noName) }
        client.number = number
        record.client = client
        return .record(record)
    }

    private func rejected(_ code: String, _ words: Wording) -> Outcome {
        .rejected(ImportRejection(line: lineNumber, code: code, words: words, cells: [], original: []))
    }

    /// Takes the element that has just been opened, to its end.
    private func take(_ name: String, into record: inout ClientRecord) throws(Problem) {
        if let field = ClientField(rawValue: name) {
            let text = try text()
            if draft.isStored, !text.isEmpty {
                draft.take(stored: text, as: field)
            } else if let text = cellText(text) {
                draft.take(text, as: field)
            }
        } else if name == "doubt" {
            let field = value("field").flatMap { ClientField(rawValue: $0) }
            let words = try text()
            if let field { draft.take(Client.Doubt(field: field, written: words)) }
        } else {
            try takeBelonging(name, into: &record)
        }
    }

    /// An attribute of the element that was opened last. Nil: it is missing or empty.
    func value(_ name: String) -> String? {
        guard let value = reader.attribute(name), !value.isEmpty else { return nil }
        return value
    }

    /// An attribute read by `reading`. Nil: it is missing, or cannot be read, which then is the client's fault.
    func value<Value>(_ name: String, of element: String, _ reading: (String) -> Value?) -> Value? {
        guard let written = value(name) else { return nil }
        let value = reading(written)
        if value == nil { fault = fault ?? .unread(name, of: element) }
        return value
    }

    /// An attribute that the element cannot do without.
    func required<Value>(_ name: String, of element: String, _ reading: (String) -> Value?) -> Value? {
        if value(name) == nil { fault = fault ?? .lacks(name, element) }
        return value(name, of: element, reading)
    }

    func date(_ name: String, of element: String) -> CivilDate? { value(name, of: element) { CivilDate(iso: $0) } }

    func requiredDate(_ name: String, of element: String) -> CivilDate? {
        required(name, of: element) { CivilDate(iso: $0) }
    }

    /// The text of the element that has just been opened, to its end; further elements in it are passed over.
    func text() throws(Problem) -> String {
        var text = ""
        while let node = try reader.next() {
            switch node {
            case .text(let piece): text += piece
            case .open: try skip()
            case .close: return text
            }
        }
        return text
    }

    /// Passes over the element that has just been opened.
    func skip() throws(Problem) {
        var depth = 1
        while depth > 0, let node = try reader.next() {
            if case .open = node { depth += 1 }
            if case .close = node { depth -= 1 }
        }
    }
}

extension Wording {
    fileprivate static let noName = Wording(
        en: "the client has neither a family name nor a company", fr: "le client n'a ni nom ni société")

    fileprivate static func lacks(_ name: String, _ element: String) -> Wording {
        Wording(en: "<\(element)> lacks \(name)", fr: "il manque \(name) à <\(element)>")
    }

    fileprivate static func unread(_ name: String, of element: String) -> Wording {
        Wording(
            en: "\(name) of <\(element)> cannot be read", fr: "\(name) de <\(element)> est illisible")
    }
}

extension Problem {
    fileprivate static func noClients(_ place: Place?) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document's first element is not <clients>.",
                fr: "le premier élément du document n’est pas <clients>."),
            remedy: Wording(
                en: "Import a file that publipost export has written, or a CSV list.",
                fr: "Importez un fichier écrit par publipost export, ou une liste CSV."))
    }
}
