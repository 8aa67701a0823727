import Correspondence
import GRDB

/// Keys that wait to be written in their order, because a million scattered insertions would take a minute.
///
/// Runs of a million are sorted as they fill up and merged when they are written. Holds 12 bytes a key and at most
/// ``limit`` keys. Clients that share a key are written as one row: the first in `client`, up to 255 more in `more`.
struct KeyRuns {
    private struct Run {
        var keys: [Int64] = []
        var clients: [UInt32] = []
    }

    private static let runLength = 1 << 20
    private static let limit = 6 << 20

    private var open = Run()
    private var sorted: [Run] = []
    private var insertion: PostingInsertion

    /// - Parameter table: One with the columns `key`, `client` and `more`.
    init(_ db: Database, table: String) throws {
        insertion = try PostingInsertion(db, table: table)
    }

    /// Takes one key.
    ///
    /// - Precondition: `client` fits 32 bits, as client numbers do.
    mutating func put(_ key: Int64, client: Client.Number) throws {
        open.keys.append(key)
        open.clients.append(UInt32(client))
        if open.keys.count == Self.runLength {
            closeRun()
            if sorted.count * Self.runLength >= Self.limit { try write() }
        }
    }

    /// Writes what has been taken so far.
    mutating func write() throws {
        closeRun()
        let runs = sorted
        sorted = []
        var heads = Array(repeating: 0, count: runs.count)
        while let least = Self.least(runs, heads) {
            try insertion.put(runs[least].keys[heads[least]], client: runs[least].clients[heads[least]])
            heads[least] += 1
        }
        try insertion.flush()
    }

    /// The run whose next key is the least; among equals the earliest, so that clients stay in their order.
    private static func least(_ runs: [Run], _ heads: [Int]) -> Int? {
        var least: Int?
        var key = Int64.max
        for index in runs.indices where heads[index] < runs[index].keys.count {
            let next = runs[index].keys[heads[index]]
            if least == nil || next < key { (least, key) = (index, next) }
        }
        return least
    }

    private mutating func closeRun() {
        guard !open.keys.isEmpty else { return }
        sorted.append(Self.sort(open))
        open = Run()
    }

    /// Sorts by key and leaves equal keys in their order: least significant digit first, 11 bits at a time.
    private static func sort(_ run: Run) -> Run {
        guard run.keys.count > 1000 else { return sortFew(run) }
        var from = run
        var to = run
        var counts = [Int](repeating: 0, count: 2048)
        for shift in stride(from: Int64(0), to: 64, by: 11) {
            for index in counts.indices { counts[index] = 0 }
            for key in from.keys { counts[digit(key, shift)] += 1 }
            if counts.contains(from.keys.count) { continue }
            var total = 0
            for index in counts.indices {
                (counts[index], total) = (total, total + counts[index])
            }
            for (index, key) in from.keys.enumerated() {
                let place = counts[digit(key, shift)]
                counts[digit(key, shift)] += 1
                to.keys[place] = key
                to.clients[place] = from.clients[index]
            }
            swap(&from, &to)
        }
        return from
    }

    private static func sortFew(_ run: Run) -> Run {
        let pairs = zip(run.keys, run.clients).sorted { $0 < $1 }
        return Run(keys: pairs.map(\.0), clients: pairs.map(\.1))
    }

    /// The sign bit is turned so that negative keys come first, as SQLite has them.
    private static func digit(_ key: Int64, _ shift: Int64) -> Int {
        Int((UInt64(bitPattern: key) ^ 1 << 63) >> UInt64(shift) & 2047)
    }
}
