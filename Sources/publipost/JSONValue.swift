import Correspondence
import Mailing

/// A value as `--json` prints it. What is empty is left out of an object.
enum JSONValue: Encodable {
    case text(String)
    case number(Int64)
    case real(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text): try one(text, encoder)
        case .number(let number): try one(number, encoder)
        case .real(let number): try one(number, encoder)
        case .flag(let flag): try one(flag, encoder)
        case .list(let values):
            var list = encoder.unkeyedContainer()
            for value in values { try list.encode(value) }
        case .object(let values):
            var object = encoder.container(keyedBy: Key.self)
            for (name, value) in values { try object.encode(value, forKey: Key(stringValue: name)) }
        }
    }

    private func one(_ value: some Encodable, _ encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension JSONValue {
    init?(_ text: String?) {
        guard let text, !text.isEmpty else { return nil }
        self = .text(text)
    }

    init?(_ date: CivilDate?) {
        guard let date else { return nil }
        self = .text(date.iso)
    }

    /// Euros and cents: `480.5` is `"480.50"`.
    init?(_ amount: Money?) {
        guard let amount else { return nil }
        let cents = amount.cents.magnitude
        let fraction = cents % 100
        self = .text("\(amount.cents < 0 ? "-" : "")\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)")
    }

    /// Those of the values that are there.
    static func object(some values: [String: JSONValue?]) -> JSONValue { .object(values.compactMapValues(\.self)) }
}

extension JSONValue {
    /// A client: the number, and every field that is filled.
    init(_ client: Client) {
        var fields: [String: JSONValue] = ["number": .number(client.number ?? 0)]
        for field in ClientField.allCases {
            let text = client.text(of: field)
            if !text.isEmpty { fields[field.name] = .text(text) }
        }
        if !client.doubts.isEmpty {
            fields["doubts"] = .list(
                client.doubts.map { .object(["field": .text($0.field.name), "written": .text($0.written)]) })
        }
        self = .object(fields)
    }

    /// A client with what one knows a guest again by.
    init(_ line: ClientLine) {
        self = JSONValue(line.client).with([
            "last_stay": JSONValue(line.lastStay), "plate": JSONValue(line.plate),
        ])
    }

    init(_ lookAlike: LookAlike, in language: MessageLanguage) {
        self = JSONValue(lookAlike.line).with([
            "probability": .real((lookAlike.probability * 1e6).rounded() / 1e6),
            "likeness": .text(lookAlike.likeness.rawValue), "reason": .text(lookAlike.reason.text(in: language)),
        ])
    }

    func with(_ more: [String: JSONValue?]) -> JSONValue {
        guard case .object(let fields) = self else { return self }
        return .object(fields.merging(more.compactMapValues(\.self)) { $1 })
    }
}
