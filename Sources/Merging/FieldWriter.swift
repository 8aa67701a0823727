import Correspondence

/// Writes a field's value as the letter's language and the tag's filters want it.
struct FieldWriter: Sendable {
    let formats: LetterFormats

    /// Returns what a field prints that is the same in every letter; empty where it is empty.
    func text(of value: FieldValue, by filters: [FieldFilter]) -> String {
        var doubt: FieldDoubt.Kind?
        return text(of: value, by: filters, doubt: &doubt)
    }

    /// Returns what a field prints; empty where it is empty.
    ///
    /// - Parameter doubt: Set where a list's cell is not what the first filter takes it for.
    func text(of value: FieldValue, by filters: [FieldFilter], doubt: inout FieldDoubt.Kind?) -> String {
        var text = filters.isEmpty ? nil : formatted(value, by: filters[0], doubt: &doubt)
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
    private func formatted(_ value: FieldValue, by filter: FieldFilter, doubt: inout FieldDoubt.Kind?) -> String? {
        switch (filter, value) {
        case (.date(let pattern), .date(let date)): return pattern.text(of: date, in: formats)
        case (.money, .number(let number)): return euros(number).map(formats.money)
        case (.number, .money(let money)): return formats.number(Double(money.cents) / 100)
        case (.date(let pattern), .text(let text)):
            if let date = ColumnReading.date(text) { return pattern.text(of: date, in: formats) }
            if !text.isBlank { doubt = .dateUnreadable }
            return nil
        case (.money, .text(let text)): return amount(text, &doubt) { euros($0).map(formats.money) }
        case (.number, .text(let text)): return amount(text, &doubt, formats.number)
        default: return nil
        }
    }

    /// A cell's number as `write` writes it; nil, and a doubt, where it holds none.
    private func amount(_ text: String, _ doubt: inout FieldDoubt.Kind?, _ write: (Double) -> String?) -> String? {
        guard let read = ColumnReading.number(text), let written = write(read.value) else {
            if !text.isBlank { doubt = .amountUnreadable }
            return nil
        }
        if read.isAmbiguous { doubt = .amountAmbiguous }
        return written
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
