import Correspondence

/// How a `date` filter writes a day: `"long"`, `"short"`, or a pattern such as `"EEEE d MMMM yyyy"`.
///
/// In a pattern `d` is the day, `dd` with two digits; `M`, `MM` the month, `MMMM` its name; `yy`, `yyyy` the year; `EEEE` the
/// weekday's name. Other letters stand between single quotes; anything else is printed as it is. `d MMMM` follows the
/// language: "1er janvier", "1. Januar", "1 de enero", and so does `MMMM yyyy`: "enero de 2026". Source: Unicode TR 35, "Date Field Symbol Table".
struct DatePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case literal(String)
        case day(padded: Bool)
        /// The day and the space before a month's name.
        case dayOfMonth
        case month(padded: Bool)
        case monthName
        /// What stands between a month's name and the year.
        case spaceBeforeYear
        case shortYear
        case year
        case weekday
        case long
        case short
    }

    private(set) var parts: [Part] = []

    static let long = DatePattern(parts: [.long])

    private init(parts: [Part]) {
        self.parts = parts
    }

    /// Nil where a letter of the pattern has no meaning.
    init?(_ text: String) {
        switch text {
        case "long": parts = [.long]
        case "short": parts = [.short]
        case "": return nil
        default:
            var rest = Substring(text)
            while let first = rest.first {
                guard let part = Self.take(first, from: &rest) else { return nil }
                parts.append(part)
            }
            joinDayAndMonth()
            joinMonthAndYear()
        }
    }

    private static func take(_ first: Character, from rest: inout Substring) -> Part? {
        if first == "'" { return .literal(takeQuoted(from: &rest)) }
        let run = rest.prefix { $0 == first }
        guard first.isASCII && first.isLetter else {
            rest = rest.dropFirst(run.count)
            return .literal(String(run))
        }
        rest = rest.dropFirst(run.count)
        switch run {
        case "d": return .day(padded: false)
        case "dd": return .day(padded: true)
        case "M": return .month(padded: false)
        case "MM": return .month(padded: true)
        case "MMMM": return .monthName
        case "yy": return .shortYear
        case "y", "yyyy": return .year
        case "EEEE": return .weekday
        default: return nil
        }
    }

    /// Two quotes together are one quote.
    private static func takeQuoted(from rest: inout Substring) -> String {
        let content = rest.dropFirst().prefix { $0 != "'" }
        rest = rest.dropFirst(content.count + 2)
        return content.isEmpty ? "'" : String(content)
    }

    private mutating func joinDayAndMonth() {
        for index in parts.indices.dropLast(2)
        where parts[index] == .day(padded: false) && parts[index + 1] == .literal(" ") && parts[index + 2] == .monthName
        {
            parts[index] = .dayOfMonth
        }
    }

    private mutating func joinMonthAndYear() {
        for index in parts.indices.dropLast(2)
        where parts[index] == .monthName && parts[index + 1] == .literal(" ")
            && (parts[index + 2] == .year || parts[index + 2] == .shortYear)
        {
            parts[index + 1] = .spaceBeforeYear
        }
    }

    func text(of date: CivilDate, in formats: LetterFormats) -> String {
        if parts == [.long] { return formats.long(date) }
        let (year, month, day) = date.parts
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .day(let padded): text += padded ? LetterFormats.padded(day) : String(day)
            case .dayOfMonth: text += formats.dayWithMonth(day)
            case .month(let padded): text += padded ? LetterFormats.padded(month) : String(month)
            case .monthName: text += formats.month(month)
            case .spaceBeforeYear: text += formats.spaceBeforeYear
            case .shortYear: text += LetterFormats.padded(year % 100)
            case .year: text += LetterFormats.padded(year, 4)
            case .weekday: text += formats.weekday(date.weekday)
            case .long: text += formats.long(date)
            case .short: text += formats.short(date)
            }
        }
        return text
    }
}
