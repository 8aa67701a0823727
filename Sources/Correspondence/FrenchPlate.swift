/// A French number plate: of the present system (SIV, since 2009) or of the one before (FNI).
///
/// SIV `AA-001-AA`: letters without I, O and U, no SS, no WW or SS on the left but WW for temporary plates.
/// FNI `3821 XB 92`: up to four digits, one to three letters, the department; Corsica 2A and 2B, three digits overseas.
/// Source: NORMS, part B.5.
package struct FrenchPlate: Hashable, Sendable {
    package enum System: Hashable, Sendable {
        case present
        /// WW on the left.
        case temporary
        case former
    }

    package let system: System
    /// As it is printed: `AB-123-CD`, `3821 XB 92`.
    package let text: String

    /// - Returns: Nil where no French plate is written so.
    package init?(_ written: String) {
        let signs = written.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        if let present = Self.present(signs) {
            (system, text) = present
        } else if let former = Self.former(signs) {
            (system, text) = (.former, former)
        } else {
            return nil
        }
    }

    private static func present(_ signs: String) -> (System, String)? {
        guard signs.count == 7 else { return nil }
        let (left, middle, right) = (signs.prefix(2), signs.dropFirst(2).prefix(3), signs.suffix(2))
        let letters = { (pair: Substring) in pair.allSatisfy { $0.isLetter && !"IOU".contains($0) } && pair != "SS" }
        guard letters(left), letters(right), middle.allSatisfy(\.isNumber), middle != "000", right != "WW" else {
            return nil
        }
        return (left == "WW" ? .temporary : .present, "\(left)-\(middle)-\(right)")
    }

    private static func former(_ signs: String) -> String? {
        let digits = signs.prefix(while: \.isNumber)
        let letters = signs.dropFirst(digits.count).prefix(while: \.isLetter)
        let department = signs.dropFirst(digits.count + letters.count)
        guard (1...4).contains(digits.count), !digits.hasPrefix("0"), (1...3).contains(letters.count),
            !letters.contains(where: { "IOU".contains($0) }), isDepartment(department)
        else { return nil }
        return "\(digits) \(letters) \(department)"
    }

    private static func isDepartment(_ text: Substring) -> Bool {
        if text == "2A" || text == "2B" { return true }
        guard let number = Int(text) else { return false }
        return text.count == 2 && (1...95).contains(number) && number != 20
            || text.count == 3 && (971...976).contains(number)
    }
}
