/// What a client is looked up by.
package enum SearchKind: Int64, CaseIterable, Hashable, Sendable {
    case familyName = 1
    case givenName, company, email, phone, town, plate, companion
}

/// A place in the table of search keys: the kind and the first 11 folded characters, or the first 15 digits, in one number.
///
/// The order of the numbers is the order of the texts, so that a beginning is a range. What is longer than a key holds is
/// looked at in the record itself.
struct SearchKey {
    /// 37 signs: none, ten digits, 26 letters.
    private static let signs: Int64 = 37
    private static let length = 11
    private static let span: Int64 = 177_917_621_779_460_413
    private static let digits = 15

    /// Returns the keys that begin as `text` does.
    ///
    /// - Parameter text: Folded, run together; for a phone its international digits.
    static func range(_ kind: SearchKind, beginning text: some Collection<UInt8>) -> Range<Int64> {
        let (base, length): (Int64, Int) = kind == .phone ? (11, digits) : (signs, length)
        var value: Int64 = 0
        var width: Int64 = 1
        var count = 0
        for sign in text.prefix(length) {
            value = value * base + code(sign)
            count += 1
        }
        for _ in count..<length {
            value *= base
            width *= base
        }
        let low = kind.rawValue * span + value
        return low..<(low + width)
    }

    /// Returns the key of a whole text.
    static func key(_ kind: SearchKind, _ text: some Collection<UInt8>) -> Int64 {
        range(kind, beginning: text).lowerBound
    }

    private static func code(_ sign: UInt8) -> Int64 {
        sign <= UInt8(ascii: "9") ? Int64(sign) - 47 : Int64(sign) - 86
    }
}
