import Correspondence
import Testing

struct ChecksTests {
    @Test(arguments: [
        "FR1420041010050500013M02606", "BE68539007547034", "NL91ABNA0417164300", "DE89370400440532013000",
        "GB29NWBK60161331926819", "CH9300762011623852957", "IT60X0542811101000000123456", "ES9121000418450200051332",
        "fr14 2004 1010 0505 0001 3m02 606",
    ])
    func `published IBANs are right, and wrong with any one digit changed`(text: String) {
        let iban = IBAN(text)
        #expect(iban != nil)
        let signs = Array(iban?.text ?? "")
        for index in signs.indices where signs[index].isNumber {
            var changed = signs
            changed[index] = changed[index] == "9" ? "0" : Character(String((changed[index].wholeNumberValue ?? 0) + 1))
            #expect(IBAN(String(changed)) == nil, "\(index)")
        }
    }

    @Test(arguments: [
        "", "FR", "XX6853900754703", "FR142004101005050001", "BE68 5390 0754 703é", "FRAB20041010050500013M02606",
    ])
    func `what is no IBAN is none`(text: String) {
        #expect(IBAN(text) == nil)
    }

    @Test func `an account is shown by its country and its last four signs`() {
        #expect(IBAN("FR1420041010050500013M02606")?.masked == "FR•• … 2606")
        #expect(IBAN("BE68539007547034")?.printed == "BE68 5390 0754 7034")
        #expect(IBAN.masked("123") == "••••")
    }

    @Test func `published French keys are right, and give the IBAN of the same account`() {
        #expect(RIB("20041 01005 0500013M026 06")?.iban?.text == "FR1420041010050500013M02606")
        #expect(RIB("30006 00001 12345678901 89")?.key == 89)
        #expect(RIB("30006 00001 12345678901 88") == nil)
        #expect(RIB("30006") == nil && RIB("30006 00001 1234567890é 89") == nil)
        #expect(BelgianAccount.isRight("539-0075470-34"))
        #expect(!BelgianAccount.isRight("539-0075470-35") && !BelgianAccount.isRight("539"))
        #expect(BelgianAccount.isRight("000-0000097-97"))
    }

    @Test(arguments: [
        ("02 99 12 34 56", "FR", "+33299123456"), ("+33 (0)2 99 12 34 56", "BE", "+33299123456"),
        ("0033299123456", "NL", "+33299123456"), ("06.12.34.56.78", "FR", "+33612345678"),
        ("02 555 12 12", "BE", "+3225551212"),
        ("0470 12 34 56", "BE", "+32470123456"), ("06-12345678", "NL", "+31612345678"),
        ("030/123456", "DE", "+4930123456"),
        ("020 7946 0000", "GB", "+442079460000"), ("044 668 18 00", "CH", "+41446681800"),
        ("06 555 1212", "IT", "+39065551212"),
        ("91 123 45 67", "ES", "+34911234567"), ("26 12 34 56", "LU", "+35226123456"),
        ("(0)2 99 12 34 56", "FR", "+33299123456"),
        ("+1 650 253 0000", "FR", "+16502530000"),
    ])
    func `a number becomes E.164`(written: String, country: String, expected: String) {
        #expect(PhoneNumber(written, country: country)?.e164 == expected)
        // What is in that form already stays as it is.
        #expect(PhoneNumber(expected, country: "PL")?.e164 == expected)
    }

    @Test(arguments: [
        ("02 99 12 34", "FR"), ("02 99 12 34 56 7", "FR"), ("ask at the bar", "FR"), ("", "FR"), ("+", "FR"),
        ("02 99", "XX"),
        ("0299123456 after 8", "FR"), ("+33 2", "FR"), ("000", "FR"),
    ])
    func `what is no number is none`(written: String, country: String) {
        #expect(PhoneNumber(written, country: country) == nil)
    }

    @Test func `French mobiles are told from other numbers`() {
        #expect(PhoneNumber("06 12 34 56 78")?.isFrenchMobile == true)
        #expect(PhoneNumber("07 56 12 34 56")?.isFrenchMobile == true)
        #expect(PhoneNumber("07 00 12 34 56")?.isFrenchMobile == false)
        #expect(PhoneNumber("02 99 12 34 56")?.isFrenchMobile == false)
    }

    @Test(arguments: [
        ("ab 123 cd", FrenchPlate.System.present, "AB-123-CD"), ("AA-001-AA", .present, "AA-001-AA"),
        ("WW-456-AB", .temporary, "WW-456-AB"), ("3821 XB 92", .former, "3821 XB 92"),
        ("19ljz75", .former, "19 LJZ 75"),
        ("12 A 2B", .former, "12 A 2B"), ("4 AB 974", .former, "4 AB 974"),
    ])
    func `French plates of both systems are known`(written: String, system: FrenchPlate.System, text: String) {
        #expect(FrenchPlate(written)?.system == system)
        #expect(FrenchPlate(written)?.text == text)
    }

    @Test(arguments: [
        "AI-123-BC", "OA-123-BC", "SS-123-AB", "AB-123-SS", "AB-000-CD", "AB-123-WW", "AB-12-CD", "3821 XB 20",
        "0821 XB 92",
        "3821 XB 98", "", "AB123CDE",
    ])
    func `what is no French plate is none`(written: String) {
        #expect(FrenchPlate(written) == nil)
    }

    @Test func `postcodes are checked by country`() {
        let right = [
            ("35400", "FR"), ("01400", "FR"), ("97400", "FR"), ("98000", "FR"), ("1000", "BE"), ("1012 AB", "NL"),
            ("1012ab", "NL"), ("10115", "DE"), ("01067", "DE"), ("SW1A 1AA", "GB"), ("M1 1AE", "GB"), ("8001", "CH"),
            ("28001", "ES"), ("00184", "IT"), ("L-1931", "LU"),
        ]
        for (code, country) in right { #expect(Postcode.isPlausible(code, country: country) == true, "\(code)") }
        let wrong = [
            ("1400", "FR"), ("00100", "FR"), ("0999", "BE"), ("1012 SS", "NL"), ("0123 AB", "NL"), ("00999", "DE"),
            ("SW1A1A", "GB"), ("123", "CH"), ("53001", "ES"), ("184", "IT"), ("٣٥٤٠٠", "FR"),
        ]
        for (code, country) in wrong { #expect(Postcode.isPlausible(code, country: country) == false, "\(code)") }
        #expect(Postcode.isPlausible("anything", country: "VN") == nil)
        #expect(Postcode.withLostZero("1400", country: "FR") == "01400")
        #expect(Postcode.withLostZero("1000", country: "BE") == nil)
    }
}
