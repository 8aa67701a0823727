package import Correspondence

/// What a field holds for one letter.
package enum FieldValue: Hashable, Sendable {
    case empty
    case text(String)
    case date(CivilDate)
    case money(Money)
    case number(Double)
    case flag(Bool)
    case record(FieldRecord)
    case list([FieldValue])

    /// Nil and the empty text become `empty`.
    package init(_ text: String?) {
        self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
    }

    package init(_ date: CivilDate?) {
        self = date.map { .date($0) } ?? .empty
    }

    package init(_ money: Money?) {
        self = money.map { .money($0) } ?? .empty
    }
}

/// The values of a ``FieldCatalogue``'s fields, by slot.
package struct FieldRecord: Hashable, Sendable {
    package var values: [FieldValue]

    /// - Parameter values: As many as the catalogue has fields, in its order. Missing ones are empty.
    package init(_ values: [FieldValue]) {
        self.values = values
    }

    /// All fields of `catalogue` empty.
    package init(emptyFor catalogue: FieldCatalogue) {
        self.values = Array(repeating: .empty, count: catalogue.fields.count)
    }
}

extension FieldValue {
    /// Nothing to print: no value, a blank text, a list without items.
    var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isBlank
        case .list(let items): items.isEmpty
        case .date, .money, .number, .flag, .record: false
        }
    }
}

extension FieldValue {
    var record: FieldRecord? {
        if case .record(let record) = self { record } else { nil }
    }

    /// What a section takes it for. Of a list's column "no" is false as well.
    func isTrue(inColumn isColumn: Bool) -> Bool {
        switch self {
        case .empty: false
        case .text(let text): isColumn ? !ColumnReading.isFalse(text) : !text.isBlank
        case .date, .record: true
        case .money(let money): money.cents != 0
        case .number(let number): number != 0
        case .flag(let flag): flag
        case .list(let items): !items.isEmpty
        }
    }
}

extension FieldRecord {
    /// Returns the value at the end of a path of slots; empty where a record on the way is missing.
    func value(at slots: [Int]) -> FieldValue {
        var value = FieldValue.record(self)
        for slot in slots {
            guard case .record(let record) = value, slot < record.values.count else { return .empty }
            value = record.values[slot]
        }
        return value
    }
}
