import Correspondence
import Merging
import Testing

/// The forms of CLDR 45, with the ordinal first of the month in French and Italian.
@Suite struct LetterFormatsTests {
    private static let day = CivilDate(year: 2026, month: 11, day: 18)!
    private static let first = CivilDate(year: 2027, month: 1, day: 1)!

    @Test(arguments: [
        ("fr", "18 novembre 2026", "1er janvier 2027", "18/11/2026"),
        ("en", "18 November 2026", "1 January 2027", "18/11/2026"),
        ("de", "18. November 2026", "1. Januar 2027", "18.11.2026"),
        ("nl", "18 november 2026", "1 januari 2027", "18-11-2026"),
        ("es", "18 de noviembre de 2026", "1 de enero de 2027", "18/11/2026"),
        ("it", "18 novembre 2026", "1º gennaio 2027", "18/11/2026"),
        ("pl", "18 November 2026", "1 January 2027", "18/11/2026"),
    ])
    func `dates are written as the language does`(tag: String, long: String, first: String, short: String) {
        let formats = LetterFormats(Language(rawValue: tag))
        #expect(formats.long(Self.day) == long)
        #expect(formats.long(Self.first) == first)
        #expect(formats.short(Self.day) == short)
    }

    @Test(arguments: [
        ("fr", "12\u{202F}345,67\u{A0}€", "1\u{202F}234,00\u{A0}€", "-0,05\u{A0}€", "1\u{202F}234,5"),
        ("en", "€12,345.67", "€1,234.00", "-€0.05", "1,234.5"),
        ("de", "12.345,67\u{A0}€", "1.234,00\u{A0}€", "-0,05\u{A0}€", "1.234,5"),
        ("nl", "€\u{A0}12.345,67", "€\u{A0}1.234,00", "€\u{A0}-0,05", "1.234,5"),
        ("es", "12.345,67\u{A0}€", "1234,00\u{A0}€", "-0,05\u{A0}€", "1234,5"),
        ("it", "12.345,67\u{A0}€", "1.234,00\u{A0}€", "-0,05\u{A0}€", "1.234,5"),
    ])
    func `amounts and numbers are written as the language does`(
        tag: String, large: String, round: String, small: String, number: String
    ) {
        let formats = LetterFormats(Language(rawValue: tag))
        #expect(formats.money(Money(cents: 1_234_567)) == large)
        #expect(formats.money(Money(cents: 123_400)) == round)
        #expect(formats.money(Money(cents: -5)) == small)
        #expect(formats.number(1234.5) == number)
    }

    @Test func `numbers have at most three decimals and no nought at the end`() {
        let formats = LetterFormats(.french)
        #expect(formats.number(5.5) == "5,5")
        #expect(formats.number(20) == "20")
        #expect(formats.number(0.1 + 0.2) == "0,3")
        #expect(formats.number(-0.0001) == "0")
        #expect(formats.number(2.0 / 3) == "0,667")
        #expect(
            formats.money(Money(cents: .min)) == "-92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,08\u{A0}€")
    }

    @Test(arguments: [
        ("fr", "Saint-Malo, le 18 novembre 2026", "Notre référence\u{A0}: 4711"),
        ("en", "Saint-Malo, 18 November 2026", "Our reference: 4711"),
        ("de", "Saint-Malo, den 18. November 2026", "Unser Zeichen: 4711"),
        ("nl", "Saint-Malo, 18 november 2026", "Ons kenmerk: 4711"),
        ("es", "Saint-Malo, 18 de noviembre de 2026", "Nuestra referencia: 4711"),
        ("it", "Saint-Malo, 18 novembre 2026", "Nostro riferimento: 4711"),
    ])
    func `place, date and reference stand over the letter`(tag: String, place: String, reference: String) {
        let formats = LetterFormats(Language(rawValue: tag))
        #expect(formats.placeAndDate("Saint-Malo", Self.day) == place)
        #expect(formats.referenceLine("4711") == reference)
    }

    @Test(arguments: [
        ("EEEE d MMMM yyyy", "fr", "vendredi 1er janvier 2027"), ("EEEE d MMMM", "de", "Freitag 1. Januar"),
        ("d MMMM yyyy", "es", "1 de enero de 2027"), ("MMMM yyyy", "es", "enero de 2027"),
        ("EEEE, d MMMM yy", "es", "viernes, 1 de enero de 27"), ("MMMM yyyy", "de", "Januar 2027"),
        ("dd/MM/yy", "fr", "01/01/27"), ("d/M", "it", "1/1"),
        ("'le' d MMMM 'à' yyyy", "fr", "le 1er janvier à 2027"), ("yyyy-MM-dd", "en", "2027-01-01"),
    ])
    func `a pattern says how a date is written`(pattern: String, tag: String, expected: String) throws {
        let fields = FieldCatalogue([.init("day", .date)])
        let page = page("<p>{{day | date: \"\(pattern)\"}}</p>", language: tag)
        let letter = try template(page, fields: fields).merge(FieldRecord([.date(Self.first)]))
        #expect(letter.body.flatMap(lines(of:)) == [expected])
    }
}
