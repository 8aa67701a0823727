/// The digits of a telephone number as they are dialled from abroad, for looking numbers up.
///
/// `02 99 12 34 56`, `+33 (0)2 99 12 34 56` and `0033299123456` all give `33299123456`. Says nothing about a number's truth.
enum PhoneDigits {
    /// Country codes, with whether the first 0 of a national number falls away.
    static let codes: [(country: String, code: String, dropsZero: Bool)] = [
        ("FR", "33", true), ("BE", "32", true), ("NL", "31", true), ("DE", "49", true), ("GB", "44", true),
        ("CH", "41", true), ("IT", "39", false), ("ES", "34", false), ("LU", "352", false), ("AT", "43", true),
        ("DK", "45", false), ("PT", "351", false), ("SE", "46", true), ("IE", "353", true), ("PL", "48", false),
    ]

    /// Appends the digits of `phone`.
    ///
    /// - Parameter country: The client's country, two capitals. Empty: France.
    static func append(
        _ phone: UnsafeBufferPointer<UInt8>, country: UnsafeBufferPointer<UInt8>, to digits: inout [UInt8]
    ) {
        let start = digits.count
        var isInternational = false
        var previous: UInt8 = 0
        for byte in phone {
            if byte == UInt8(ascii: "+") { isInternational = true }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
                if byte != UInt8(ascii: " ") { previous = byte }
                continue
            }
            // The 0 of "+33 (0)2" is not dialled from abroad.
            let isTrunk = isInternational && byte == UInt8(ascii: "0") && previous == UInt8(ascii: "(")
            previous = byte
            if !isTrunk { digits.append(byte) }
        }
        guard !isInternational else { return }
        if digits[start...].starts(with: "00".utf8) {
            digits.removeSubrange(start..<start + 2)
        } else if digits.count - start >= 6 {
            prefix(&digits, from: start, country: country)
        }
    }

    private static func prefix(_ digits: inout [UInt8], from start: Int, country: UnsafeBufferPointer<UInt8>) {
        let known = country.isEmpty ? codes.first : codes.first { $0.country.utf8.elementsEqual(country) }
        guard let known else { return }
        if known.dropsZero, digits[start] == UInt8(ascii: "0") { digits.remove(at: start) }
        digits.insert(contentsOf: known.code.utf8, at: start)
    }

    /// Returns the beginnings that typed digits may stand for, the likeliest first.
    static func beginnings(of typed: String) -> [[UInt8]] {
        let digits = typed.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        if typed.contains("+") { return [digits] }
        if digits.starts(with: "00".utf8) { return digits.count > 2 ? [Array(digits.dropFirst(2))] : [] }
        guard digits.first == UInt8(ascii: "0") else {
            return [digits] + codes.filter { !$0.dropsZero }.map { Array($0.code.utf8) + digits }
        }
        return codes.map { Array($0.code.utf8) + ($0.dropsZero ? digits.dropFirst() : digits[...]) }
    }
}
