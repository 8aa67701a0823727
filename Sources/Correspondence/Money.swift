/// An amount in euro cents. Never a floating-point number.
package struct Money: Hashable, Comparable, Sendable {
    package var cents: Int64

    package init(cents: Int64) {
        self.cents = cents
    }

    package static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
    package static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
}
