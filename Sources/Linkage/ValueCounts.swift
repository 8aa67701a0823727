/// How many records of a list have each value, for values that at least three have, by hash.
struct ValueCounts: Sendable, Hashable {
    /// The counts of one kind of value; `hashes` ascending.
    struct Kind: Sendable, Hashable {
        var total = 0
        var hashes: [UInt32] = []
        var counts: [UInt32] = []

        func count(_ hash: UInt64) -> UInt32 {
            let wanted = UInt32(truncatingIfNeeded: hash >> 32)
            var (low, high) = (0, hashes.count)
            while low < high {
                let middle = (low + high) / 2
                if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
            }
            return low < hashes.count && hashes[low] == wanted ? counts[low] : 0
        }

        init() {}

        /// Keeps what `least` records or more have.
        init(_ values: some Sequence<(hash: UInt64, count: UInt32)>, total: Int, least: UInt32 = 3) {
            self.total = total
            var sums: [UInt32: UInt32] = [:]
            for value in values where value.count >= least {
                sums[UInt32(truncatingIfNeeded: value.hash >> 32), default: 0] += value.count
            }
            hashes = sums.keys.sorted()
            counts = hashes.map { sums[$0] ?? 0 }
        }
    }

    var families = Kind()
    var givens = Kind()
    /// Given names that men and that women bear; the count is 1.
    var male = Kind()
    var female = Kind()
    var births = Kind()
    var phones = Kind()
    var emails = Kind()
    var localParts = Kind()
    /// By slot.
    var values: [Kind] = []

    var isEmpty: Bool { values.isEmpty }

    init() {}

    init(of table: PreparedTable) {
        let names = table.names
        families = Kind(zip(names.pool.hashes, names.familyCounts).map { ($0, $1) }, total: names.familyTotal)
        givens = Kind(zip(names.pool.hashes, names.givenCounts).map { ($0, $1) }, total: names.givenTotal)
        male = Kind(zip(names.pool.hashes, names.sex).filter { $0.1 == 1 }.map { ($0.0, 1) }, total: 0, least: 1)
        female = Kind(zip(names.pool.hashes, names.sex).filter { $0.1 == 2 }.map { ($0.0, 1) }, total: 0, least: 1)
        births = Kind(table.births.map { (Hashing.mix(UInt64($0.key)), $0.value) }, total: table.birthTotal)
        phones = Self.kind(table.phones)
        emails = Self.kind(table.emails)
        localParts = Self.kind(table.localParts)
        values = table.values.map(Self.kind)
    }

    private static func kind(_ forms: ValueForms) -> Kind {
        Kind(zip(forms.pool.hashes, forms.counts).map { ($0, $1) }, total: forms.total)
    }
}
