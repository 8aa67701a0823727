import Correspondence
import Testing

/// Checks that hold for every number of a kind, not only for those somebody thought of.
@Suite("Numbers of every kind") struct ChecksPropertyTests {
    /// SplitMix64, so that a failing case comes again. Source: G. Steele, D. Lea, C. Flood, 2014.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }

        mutating func digits(_ count: Int) -> String {
            String((0..<count).map { _ in Character(String(UInt8.random(in: 0...9, using: &self))) })
        }
    }

    /// The examples of the IBAN registry. Source: SWIFT, "IBAN Registry", ISO 13616.
    static let registry = [
        "FR1420041010050500013M02606", "DE89370400440532013000", "NL91ABNA0417164300", "BE68539007547034",
        "GB29NWBK60161331926819", "ES9121000418450200051332", "IT60X0542811101000000123456", "CH9300762011623852957",
        "LU280019400644750000", "AT611904300234573201", "PT50000201231234567890154", "IE29AIBK93115212345678",
        "DK5000400440116243", "NO9386011117947", "SE4550000000058398257466", "FI2112345600000785",
        "PL61109010140000071219812874", "MC5811222000010123456789030", "LI21088100002324013AA",
    ]

    @Test(arguments: registry)
    func `an account of the registry is right in any spelling`(text: String) {
        let printed = IBAN(text)?.printed
        #expect(IBAN(text)?.text == text)
        #expect(IBAN(text.lowercased())?.text == text)
        #expect(printed.flatMap { IBAN($0) }?.text == text)
    }

    @Test(arguments: registry)
    func `any other figure in any place is refused`(text: String) {
        let signs = Array(text)
        for index in signs.indices where signs[index].isNumber {
            for figure in "0123456789" where figure != signs[index] {
                var changed = signs
                changed[index] = figure
                #expect(IBAN(String(changed)) == nil, "\(String(changed))")
            }
        }
    }

    @Test(arguments: registry)
    func `two neighbouring figures that changed places are refused`(text: String) {
        let signs = Array(text)
        for index in signs.indices.dropLast() where signs[index] != signs[index + 1] {
            guard signs[index].isNumber, signs[index + 1].isNumber else { continue }
            var changed = signs
            changed.swapAt(index, index + 1)
            #expect(IBAN(String(changed)) == nil, "\(String(changed))")
        }
    }

    @Test(arguments: registry)
    func `a sign too many or too few is refused`(text: String) {
        #expect(IBAN(String(text.dropLast())) == nil)
        #expect(IBAN(text + "0") == nil)
    }

    /// Published: the Banque de France's example, those of the IBAN registry, and a well-known specimen.
    @Test(arguments: [
        "20041010050500013M02606", "30006000011234567890189", "11222000010123456789030",
    ])
    func `a RIB's key finds any wrong figure and any two that changed places`(rib: String) {
        #expect(RIB(rib)?.iban.map { String($0.text.dropFirst(4)) } == rib)
        let signs = Array(rib)
        for index in signs.indices where signs[index].isNumber {
            for figure in "0123456789" where figure != signs[index] {
                var changed = signs
                changed[index] = figure
                #expect(RIB(String(changed)) == nil, "\(String(changed))")
            }
            guard index + 1 < signs.count, signs[index + 1].isNumber, signs[index] != signs[index + 1] else { continue }
            var swapped = signs
            swapped.swapAt(index, index + 1)
            #expect(RIB(String(swapped)) == nil, "\(String(swapped))")
        }
    }

    /// Country, its code, how many figures a number has without the leading 0, whether there is such a 0, first figures.
    static let plans: [(String, String, Int, Bool, String)] = [
        ("FR", "33", 9, true, "123456789"), ("BE", "32", 9, true, "4"), ("NL", "31", 9, true, "123456"),
        ("DE", "49", 10, true, "123456789"), ("GB", "44", 10, true, "127"), ("CH", "41", 9, true, "234567"),
        ("IT", "39", 10, false, "3"), ("ES", "34", 9, false, "6789"), ("LU", "352", 9, false, "6"),
    ]

    @Test(arguments: plans.indices)
    func `many spellings of one number have one form`(index: Int) throws {
        let (country, code, count, hasTrunk, firsts) = Self.plans[index]
        var dice = Dice(state: UInt64(index))
        for _ in 0..<200 {
            let first = try #require(firsts.randomElement(using: &dice))
            let national = String(first) + dice.digits(count - 1)
            let form = "+\(code)\(national)"
            for mark in ["", " ", ".", "-", "/", "\u{A0}", "\u{202F}"] {
                let parted = parted(national, mark, &dice)
                let local = (hasTrunk ? "0" : "") + parted
                for written in [local, " \(local) ", hasTrunk ? "(0)\(parted)" : parted] {
                    #expect(PhoneNumber(written, country: country)?.e164 == form, "\(written)")
                }
                // From anywhere: the country does not matter.
                for written in ["+\(code)\(mark)\(parted)", "00\(code)\(mark)\(parted)"] {
                    #expect(PhoneNumber(written, country: "PL")?.e164 == form, "\(written)")
                }
                guard hasTrunk else { continue }
                #expect(PhoneNumber("+\(code) (0)\(mark)\(parted)", country: "PL")?.e164 == form)
            }
            let number = try #require(PhoneNumber(form, country: "FR"))
            #expect(number.e164 == form)
            #expect(PhoneNumber(number.spaced, country: "ES") == number)
        }
    }

    private func parted(_ digits: String, _ mark: String, _ dice: inout Dice) -> String {
        digits.reduce(into: "") { text, digit in
            if !text.isEmpty, Bool.random(using: &dice) { text += mark }
            text.append(digit)
        }
    }

    @Test func `whatever is written, a form has at most fifteen figures and reads back as itself`() throws {
        var dice = Dice(state: 7)
        let signs = Array("0123456789+ ()-./\u{A0}ax٣")
        for _ in 0..<20_000 {
            let written = String(
                (0..<Int.random(in: 0...20, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "0" })
            let country =
                ["FR", "BE", "NL", "DE", "GB", "CH", "IT", "ES", "LU", "VN"].randomElement(using: &dice) ?? "FR"
            guard let form = PhoneNumber(written, country: country)?.e164 else { continue }
            #expect(form.hasPrefix("+") && (5...16).contains(form.count), "\(written) in \(country): \(form)")
            #expect(PhoneNumber(form, country: "FR")?.e164 == form, "\(written) in \(country): \(form)")
        }
    }

    @Test func `a plate of the present system has no I, O or U, no SS, no 000, and WW in front only`() {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        for first in letters {
            for second in letters {
                let pair = first + second
                let isGiven = pair.allSatisfy { !"IOU".contains($0) } && pair != "SS"
                let front = FrenchPlate("\(pair)-123-AB")
                #expect((front != nil) == isGiven, "\(pair)-123-AB")
                #expect(front == nil || front?.system == (pair == "WW" ? .temporary : .present))
                #expect((FrenchPlate("AB-123-\(pair)") != nil) == (isGiven && pair != "WW"), "AB-123-\(pair)")
            }
        }
        for number in 0...999 {
            let figures = String(String(1000 + number).dropFirst())
            for written in ["AB-\(figures)-CD", "ab \(figures) cd", "AB\(figures)CD"] {
                #expect(FrenchPlate(written)?.text == (number == 0 ? nil : "AB-\(figures)-CD"), "\(written)")
            }
        }
    }

    @Test func `a plate of the former system ends in a department`() {
        for number in 0...999 {
            let department = number < 10 ? "0\(number)" : "\(number)"
            let isThere = (1...95).contains(number) && number != 20 || (971...976).contains(number)
            for plate in ["1 A \(department)", "12 AB \(department)", "1234 ABC \(department)"] {
                #expect(FrenchPlate(plate)?.text == (isThere ? plate : nil), "\(plate)")
            }
        }
        for letter in "IOU" { #expect(FrenchPlate("123 A\(letter)B 35") == nil) }
        for digits in ["0", "012", "12345", ""] { #expect(FrenchPlate("\(digits) AB 35") == nil, "\(digits)") }
        #expect(FrenchPlate("12 A 2A")?.system == .former)
        #expect(FrenchPlate("12 A 2C") == nil)
    }

    @Test func `a written plate reads back as itself`() {
        var dice = Dice(state: 3)
        let signs = Array("ABCDWXYZSIO0123456789- 2B")
        for _ in 0..<20_000 {
            let written = String(
                (0..<Int.random(in: 5...10, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "A" })
            guard let plate = FrenchPlate(written) else { continue }
            #expect(FrenchPlate(plate.text) == plate, "\(written)")
            #expect(plate.text.filter { $0.isLetter || $0.isNumber } == written.filter { $0.isLetter || $0.isNumber })
        }
    }

    /// Every number of as many figures as the country has, against its ranges.
    @Test(arguments: [
        ("BE", 4, 1000...9999), ("CH", 4, 1000...9999), ("LU", 4, 1000...9999), ("DE", 5, 1001...99_998),
        ("ES", 5, 1000...52_999), ("IT", 5, 10...98_168),
    ])
    func `a postcode lies in its country's range`(country: String, count: Int, range: ClosedRange<Int>) {
        let all = count == 4 ? 10_000 : 100_000
        for number in stride(from: 0, to: all, by: 7) {
            let code = String(String(all + number).dropFirst())
            #expect(Postcode.isPlausible(code, country: country) == range.contains(number), "\(code)")
        }
        for odd in ["", "1", String(repeating: "1", count: count + 1), "1 000", "ABCD", "-1000"] {
            #expect(Postcode.isPlausible(odd, country: country) == false, "\(odd)")
        }
    }

    @Test func `a French postcode begins with a department, overseas or Monaco`() {
        for number in stride(from: 0, to: 100_000, by: 7) {
            let code = String(String(100_000 + number).dropFirst())
            let isThere = !["00", "96", "99"].contains(code.prefix(2))
            #expect(Postcode.isPlausible(code, country: "FR") == isThere, "\(code)")
        }
        for code in ["20000", "97150", "98000", "98799", "01000"] {
            #expect(Postcode.isPlausible(code, country: "FR") == true, "\(code)")
        }
    }

    @Test func `Dutch and British postcodes know their letters`() {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        for first in letters {
            for second in letters {
                let pair = first + second
                let isDutch = !["SA", "SD", "SS"].contains(pair)
                #expect(Postcode.isPlausible("1012 \(pair)", country: "NL") == isDutch, "\(pair)")
                #expect(Postcode.isPlausible("1012\(pair.lowercased())", country: "NL") == isDutch, "\(pair)")
                let isBritish = pair.allSatisfy { !"CIKMOV".contains($0) }
                #expect(Postcode.isPlausible("SW1A 1\(pair)", country: "GB") == isBritish, "\(pair)")
            }
        }
        for code in ["M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "gir0aa"] {
            #expect(Postcode.isPlausible(code, country: "GB") == true, "\(code)")
        }
    }

    @Test func `a lost zero is proposed, and what is proposed is a postcode`() {
        for country in ["FR", "DE", "ES", "IT"] {
            for number in stride(from: 1000, to: 10_000, by: 7) {
                let found = Postcode.withLostZero(String(number), country: country)
                let isThere = Postcode.isPlausible("0\(number)", country: country) == true
                #expect(found == (isThere ? "0\(number)" : nil), "\(number) in \(country)")
            }
        }
        for country in ["BE", "CH", "LU", "NL", "GB"] {
            #expect(Postcode.withLostZero("1400", country: country) == nil)
        }
    }
}
