import Testing

@testable import Linkage

struct FormTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func form(_ value: String, _ make: (UnsafeBufferPointer<UInt8>) -> [UInt8]) -> String {
        Array(value.utf8).withUnsafeBufferPointer { text(make($0)) }
    }

    @Test(arguments: [
        ("Élodie", "elodie"), ("Le  Guen-Œuvré", "le guen oeuvre"), ("D'Arc", "darc"), ("Dvořák", "dvorak"),
        ("Nguyễn", "nguyen"),
        ("Straße", "strasse"), ("Ωνάσης", "onasis"), ("Чехов", "chekhov"), ("  ", ""),
    ])
    func `text is folded to plain letters`(written: String, folded: String) {
        #expect(text(Folding.folded(written)) == folded)
    }

    @Test(arguments: [
        ("+33 6 39 98 00 01", "639980001"), ("0033639980001", "639980001"), ("06.39.98.00.01", "639980001"),
        ("+44 (0)7700 900505", "7700900505"),
        ("12", ""),
    ])
    func `telephones are national numbers`(written: String, digits: String) {
        #expect(form(written, ContactForms.phone) == digits)
    }

    @Test(arguments: [
        ("18 boulevard du Maréchal-Joffre", "18 bd Mal Joffre"), ("Aachener Straße 300", "Aachener Str. 300"),
        ("12 bis r. de la Gare", "12B rue de la gare"),
        ("Bahnhofstrasse 3", "Bahnhofstr. 3"),
    ])
    func `two ways of writing a street have one form`(a: String, b: String) {
        let (one, two) = (
            Array(a.utf8).withUnsafeBufferPointer(PlaceForms.street),
            Array(b.utf8).withUnsafeBufferPointer(PlaceForms.street)
        )
        #expect(text(one.words) == text(two.words))
        #expect(text(one.number) == text(two.number))
    }

    @Test func `towns and postcodes are written in one way`() {
        #expect(form("Saint-Pol-de-Léon CEDEX 2", PlaceForms.town) == form("ST POL DE LEON", PlaceForms.town))
        #expect(form("07130", PlaceForms.postcode) == form("7130", PlaceForms.postcode))
        #expect(form("D-50931", PlaceForms.postcode) == "50931")
        #expect(form("6711 PJ", PlaceForms.postcode) == "6711pj")
    }

    @Test(arguments: ["1973-08-14", "1973/08/14", "19730814", "14/08/1973", "14.8.73", "1973-14-08"])
    func `dates of many hands are one day`(written: String) {
        let date = Array(written.utf8).withUnsafeBufferPointer { DateForms.date($0, .dayFirst) }
        #expect(date == DateForms.packed(year: 1973, month: 8, day: 14))
    }

    @Test func `the order of day and month is read from the column`() {
        var pool = Pool()
        for date in ["03/25/1980", "12/31/1975", "01/02/1990"] { _ = pool.number(of: Array(date.utf8)) }
        #expect(DateForms.order(among: pool) == .monthFirst)
    }

    @Test func `a particle may stand before or after the name`() {
        var names = NameForms()
        var scratch: [UInt8] = []
        func number(_ name: String) -> Int {
            Int(Array(name.utf8).withUnsafeBufferPointer { names.number(of: $0, scratch: &scratch) })
        }
        let (a, b, c, d) = (number("Akker, van den"), number("van den Akker"), number("LEGUEN"), number("Le Guen"))
        #expect(a == b)
        #expect(names.joined[c] == names.joined[d])
    }

    @Test func `a mailbox tells the given name beside the family name`() {
        let reading = MailboxForms.reading(Array("mboland".utf8)[...], family: Array("boland".utf8)[...], given: [])
        #expect(text(reading.given) == "m")
        let whole = MailboxForms.reading(
            Array("boland.mike85".utf8.filter { $0 != 46 })[...], family: Array("boland".utf8)[...],
            given: Array("mike".utf8)[...])
        #expect(whole.isImplied)
        #expect(whole.digits == 2)
    }

    @Test(arguments: [
        ("1985-10-04", "1985-04-10", 2), ("1985-10-04", "1985-10-05", 3), ("1985-10-04", "1971-10-04", 4),
        ("1947-10-08", "1975-04-22", 6),
        ("1980-08-25", "1979-07-25", 10),
    ])
    func `birth dates differ in ways that mean something`(a: String, b: String, level: Int) {
        func date(_ text: String) -> UInt32 {
            Array(text.utf8).withUnsafeBufferPointer { DateForms.date($0, .dayFirst) }
        }
        #expect(Int(PairComparer.birthLevel(date(a), date(b))) == level)
    }
}
