package import Correspondence

/// A client that a search came upon.
package struct FoundClient: Hashable, Sendable {
    package var filed: FiledClient
    /// What the typed text was the beginning of.
    package var kind: SearchKind
    /// How like the typed text the name is, 0 to 1; 1 where it begins so.
    package var likeness: Double
    package var lastStay: CivilDate?
    package var plate: String?

    package init(
        filed: FiledClient, kind: SearchKind, likeness: Double = 1, lastStay: CivilDate? = nil, plate: String? = nil
    ) {
        self.filed = filed
        self.kind = kind
        self.likeness = likeness
        self.lastStay = lastStay
        self.plate = plate
    }
}
