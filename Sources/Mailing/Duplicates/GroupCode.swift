package import Correspondence
import Fingerprints

/// The short code of a group in the clean-up report: `K7F2QX`. Another set of members has another code.
///
/// A letter and five signs, none of which is taken for another, drawn from the SHA-256 of the members' numbers.
package struct GroupCode: Hashable, Sendable {
    package let text: String

    private static let letters = Array("ABCDEFGHJKMNPQRTUVWXYZ".utf8)
    private static let signs = Array("ABCDEFGHJKMNPQRTUVWXYZ23456789".utf8)
    private static let length = 6

    /// - Parameter members: In any order.
    package init(of members: [Client.Number]) {
        let fingerprint = Fingerprint(of: members.sorted().map(String.init).joined(separator: ","))
        // Eight bytes hold far more than six signs use up.
        var rest = fingerprint.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        func sign(of alphabet: [UInt8]) -> UInt8 {
            defer { rest /= UInt64(alphabet.count) }
            return alphabet[Int(rest % UInt64(alphabet.count))]
        }
        var text = [sign(of: Self.letters)]
        while text.count < Self.length { text.append(sign(of: Self.signs)) }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// Reads a code as a person types it: small letters and spaces do not matter.
    ///
    /// - Returns: Nil if no group can have this code.
    package init?(typed: String) {
        let typed = Array(typed.uppercased().filter { $0 != " " }.utf8)
        guard typed.count == Self.length, Self.letters.contains(typed[0]), typed.allSatisfy(Self.signs.contains) else {
            return nil
        }
        text = String(decoding: typed, as: UTF8.self)
    }
}
