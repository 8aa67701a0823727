import Correspondence

/// Writes a field's value as the letter's language and the tag's filters want it.
struct FieldWriter: Sendable {
    let formats: LetterFormats

    /// Returns what a field prints; empty where it is empty.
    func text(of value: FieldValue, by filters: [FieldFilter]) -> String {
        var text = filters.isEmpty ? nil : formatted(value, by: filters[0])
        for filter in filters {
            switch filter {
            case .date, .money, .number: break
            case .upper: text = (text ?? plain(value)).uppercased()
            case .lower: text = (text ?? plain(value)).lowercased()
            case .fallback(let words):
                let before = text ?? plain(value)
                text = before.isBlank ? words : before
            }
        }
        return text ?? plain(value)
    }

    /// Nil where `filter` does not say how a value of its kind is written.
    private func formatted(_ value: FieldValue, by filter: FieldFilter) -> String? {
        switch (filter, value) {
        case (.date(let pattern), .date(let date)): pattern.text(of: date, in: formats)
        case (.date(let pattern), .text(let text)):
            ColumnReading.date(text).map { pattern.text(of: $0, in: formats) }
        case (.money, .number(let number)): euros(number).map(formats.money)
        case (.money, .text(let text)): ColumnReading.number(text).flatMap(euros).map(formats.money)
        case (.number, .money(let money)): formats.number(Double(money.cents) / 100)
        case (.number, .text(let text)): ColumnReading.number(text).map(formats.number)
        default: nil
        }
    }

    /// Nil beyond what an amount can hold.
    private func euros(_ number: Double) -> Money? {
        Int64(exactly: (number * 100).rounded()).map { Money(cents: $0) }
    }

    /// As the letter's language writes a value of its kind.
    private func plain(_ value: FieldValue) -> String {
        switch value {
        case .empty, .record, .list: ""
        case .text(let text): text
        case .date(let date): formats.long(date)
        case .money(let money): formats.money(money)
        case .number(let number): formats.number(number)
        case .flag(let flag): formats.answer(flag)
        }
    }
}
