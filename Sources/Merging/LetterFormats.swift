package import Correspondence

/// How dates, amounts and numbers are written in a language: French, English, German, Dutch, Spanish, Italian.
///
/// Any other language writes as English does. The forms are those of CLDR 45, in tables of our own, so that the same
/// letter has the same bytes on every machine; French and Italian write the first of a month as an ordinal.
package struct LetterFormats: Hashable, Sendable {
    package let language: Language
    private let words: Words

    package init(_ language: Language) {
        self.language = language
        self.words = Words.table[language.rawValue] ?? Words.english
    }

    /// "18 novembre 2026", "1er janvier 2026", "18. November 2026", "18 de noviembre de 2026".
    package func long(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(dayWithMonth(day)) \(words.months[month - 1])\(words.ofYear)\(year)"
    }

    /// "18/11/2026", "18.11.2026", "18-11-2026".
    package func short(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return Self.padded(day) + words.dateSeparator + Self.padded(month) + words.dateSeparator + Self.padded(year, 4)
    }

    /// A day before its month's name: "18", "1er", "18.", "18 de".
    func dayWithMonth(_ day: Int) -> String {
        day == 1 ? words.firstDay : "\(day)\(words.afterDay)"
    }

    /// Between a month's name and the year: " ", in Spanish " de ".
    var spaceBeforeYear: String { words.ofYear }

    /// Such as "novembre".
    func month(_ number: Int) -> String { words.months[number - 1] }

    /// - Parameter number: 1 for Monday.
    func weekday(_ number: Int) -> String { words.weekdays[number - 1] }

    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return digits.utf8.count < width ? String(repeating: "0", count: width - digits.utf8.count) + digits : digits
    }

    package func answer(_ flag: Bool) -> String { flag ? words.yes : words.no }

    /// "Saint-Malo, le 18 novembre 2026".
    package func placeAndDate(_ town: String, _ date: CivilDate) -> String {
        town.isEmpty ? long(date) : "\(town), \(words.beforeDate)\(long(date))"
    }

    /// "Notre référence : 4711", with a no-break space before a French colon.
    package func referenceLine(_ reference: String) -> String { words.ourReference + " " + reference }
}

extension LetterFormats {
    /// "12 345,67 €" with U+202F and U+00A0, "€12,345.67", "12.345,67 €", "€ 12.345,67".
    package func money(_ amount: Money) -> String {
        let cents = amount.cents.magnitude
        let sign = amount.cents < 0 ? "-" : ""
        let digits = grouped(cents / 100) + words.decimal + Self.padded(Int(cents % 100))
        switch words.euro {
        case .before: return sign + "€" + digits
        case .beforeWithSpace: return "€\u{A0}" + sign + digits
        case .after: return sign + digits + "\u{A0}€"
        }
    }

    /// Up to three decimals, rounded to the nearest: "12 345,5".
    package func number(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
        let thousandths = UInt64((value.magnitude * 1000).rounded())
        let sign = value < 0 && thousandths > 0 ? "-" : ""
        var decimals = Self.padded(Int(thousandths % 1000), 3)
        while decimals.last == "0" { decimals.removeLast() }
        return sign + grouped(thousandths / 1000) + (decimals.isEmpty ? "" : words.decimal + decimals)
    }

    /// Groups of three from 1,000, in Spanish from 10,000 (CLDR: minimumGroupingDigits 2).
    private func grouped(_ number: UInt64) -> String {
        guard number >= words.groupsFrom else { return String(number) }
        var rest = number
        var text = ""
        while rest >= 1000 {
            text = words.group + Self.padded(Int(rest % 1000), 3) + text
            rest /= 1000
        }
        return String(rest) + text
    }
}

extension LetterFormats {
    private struct Words: Hashable, Sendable {
        enum Euro { case before, beforeWithSpace, after }

        var months: [String]
        var weekdays: [String]
        var firstDay: String
        var afterDay = ""
        var ofYear = " "
        var dateSeparator: String
        var group: String
        var decimal: String
        var groupsFrom: UInt64 = 1000
        var euro = Euro.after
        var yes: String
        var no: String
        var beforeDate = ""
        var ourReference: String

        static let table = [
            "fr": french, "en": english, "de": german, "nl": dutch, "es": spanish, "it": italian,
        ]

        static let french = Words(
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ],
            weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            firstDay: "1er", dateSeparator: "/", group: "\u{202F}", decimal: ",", yes: "oui", no: "non",
            beforeDate: "le ", ourReference: "Notre référence\u{A0}:")

        static let english = Words(
            months: [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ],
            weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            firstDay: "1", dateSeparator: "/", group: ",", decimal: ".", euro: .before, yes: "yes", no: "no",
            ourReference: "Our reference:")

        static let german = Words(
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ],
            weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
            firstDay: "1.", afterDay: ".", dateSeparator: ".", group: ".", decimal: ",", yes: "ja", no: "nein",
            beforeDate: "den ", ourReference: "Unser Zeichen:")

        static let dutch = Words(
            months: [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december",
            ],
            weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
            firstDay: "1", dateSeparator: "-", group: ".", decimal: ",", euro: .beforeWithSpace, yes: "ja", no: "nee",
            ourReference: "Ons kenmerk:")

        static let spanish = Words(
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ],
            weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
            firstDay: "1 de", afterDay: " de", ofYear: " de ", dateSeparator: "/", group: ".", decimal: ",",
            groupsFrom: 10_000, yes: "sí", no: "no", ourReference: "Nuestra referencia:")

        static let italian = Words(
            months: [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
                "ottobre", "novembre", "dicembre",
            ],
            weekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
            firstDay: "1º", dateSeparator: "/", group: ".", decimal: ",", yes: "sì", no: "no",
            ourReference: "Nostro riferimento:")
    }
}
