package import Correspondence
import Foundation

extension LinkageModel {
    private struct Head: Codable {
        var version = 1
        var parts: [Part]
        var matchesPerRecord: Double
        var housematesPerRecord: Double
        var records: Int
        var rules: [BlockingRule]
        var facts: ListFacts
    }

    /// The model as bytes to be kept: the length of a JSON head (four bytes), the head, then the counts, little-endian.
    package var encoded: [UInt8] {
        let head = Head(
            parts: parts, matchesPerRecord: matchesPerRecord, housematesPerRecord: housematesPerRecord,
            records: records, rules: rules,
            facts: facts)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A head of numbers and strings always encodes.
        let json = (try? encoder.encode(head)) ?? Data()
        var bytes: [UInt8] = []
        Self.append(UInt32(json.count), to: &bytes)
        bytes.append(contentsOf: json)
        let kinds = [
            counts.families, counts.givens, counts.male, counts.female, counts.births, counts.phones, counts.emails,
            counts.localParts,
        ]
        for kind in kinds + counts.values {
            Self.append(UInt32(kind.total), to: &bytes)
            Self.append(UInt32(kind.hashes.count), to: &bytes)
            for number in kind.hashes + kind.counts { Self.append(number, to: &bytes) }
        }
        return bytes
    }

    /// Reads a kept model.
    ///
    /// - Throws: A `Problem` if the bytes are no model, or one of a later version of the program.
    package init(encoded bytes: [UInt8]) throws(Problem) {
        var place = 0
        guard let length = Self.number(bytes, &place), place + Int(length) <= bytes.count,
            let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[place..<place + Int(length)])),
            head.version == 1
        else { throw Self.unreadable }
        place += Int(length)
        parts = head.parts
        matchesPerRecord = head.matchesPerRecord
        housematesPerRecord = head.housematesPerRecord
        records = head.records
        rules = head.rules
        facts = head.facts
        guard parts.allSatisfy({ $0.isWhole }) else { throw Self.unreadable }
        var kinds: [ValueCounts.Kind] = []
        while place < bytes.count {
            guard let kind = Self.kind(bytes, &place) else { throw Self.unreadable }
            kinds.append(kind)
        }
        guard kinds.count == 8 || kinds.count == 8 + Slot.others + facts.otherNames.count else { throw Self.unreadable }
        (counts.families, counts.givens, counts.male, counts.female) = (kinds[0], kinds[1], kinds[2], kinds[3])
        (counts.births, counts.phones, counts.emails, counts.localParts) = (kinds[4], kinds[5], kinds[6], kinds[7])
        counts.values = Array(kinds[8...])
    }

    private static func kind(_ bytes: [UInt8], _ place: inout Int) -> ValueCounts.Kind? {
        guard let total = number(bytes, &place), let size = number(bytes, &place), place + Int(size) * 8 <= bytes.count
        else { return nil }
        var kind = ValueCounts.Kind()
        kind.total = Int(total)
        for _ in 0..<size { kind.hashes.append(number(bytes, &place) ?? 0) }
        for _ in 0..<size { kind.counts.append(number(bytes, &place) ?? 0) }
        return kind
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }

    private static func number(_ bytes: [UInt8], _ place: inout Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        let value = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
        place += 4
        return value
    }

    private static var unreadable: Problem {
        Problem(
            nil,
            Wording(
                en: "the kept knowledge about duplicates cannot be read.",
                fr: "les connaissances gardées sur les doublons ne peuvent pas être lues."),
            remedy: Wording(
                en: "Run a full duplicate report; it learns them anew.",
                fr: "Lancez un rapport complet des doublons ; il les apprend de nouveau."))
    }
}

extension LinkageModel.Part {
    /// Whether the tables have the levels that the comparison has today.
    var isWhole: Bool {
        let levels = Comparison(kind: kind, field: field).levels.count
        return same.count == levels && household.count == levels && strangers.count == levels
    }
}
