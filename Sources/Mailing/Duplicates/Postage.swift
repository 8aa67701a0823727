package import Correspondence

/// What a letter costs to send.
package struct Postage: Hashable, Sendable {
    package var amount: Money
    /// Whether nobody has said what it costs.
    package var isAssumed: Bool

    /// La Poste's green letter up to 20 g of 2025, 1.39 €: announced on 24 July 2024. `postage: 0.98` in `house.yml` says what the
    /// house pays.
    package static let usual = Postage(amount: Money(cents: 139), isAssumed: true)
}

extension House {
    /// What `postage:` says, in euros.
    ///
    /// - Parameter path: Of the house's file, for the message.
    /// - Throws: A `Problem` where it says something that no letter costs.
    func postage(saidIn path: String) throws(Problem) -> Postage {
        switch values["postage"] {
        case nil: return .usual
        case .number(let euros)? where euros >= 0 && euros < 1000:
            return Postage(amount: Money(cents: Int64((euros * 100).rounded())), isAssumed: false)
        default: throw Problem(.file(path), .wrongPostage, remedy: .sayPostage)
        }
    }
}

extension Wording {
    fileprivate static let wrongPostage = Wording(
        en: "postage: is not what a letter costs.", fr: "postage: n’est pas le prix d’une lettre.")
    fileprivate static let sayPostage = Wording(
        en: "Write it in euros with a point, such as: postage: 0.98",
        fr: "Écrivez-le en euros avec un point, par exemple\u{A0}: postage: 0.98")
}
