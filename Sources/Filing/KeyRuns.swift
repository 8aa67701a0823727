import GRDB

/// Keys that wait to be written in their order, because a million scattered insertions would take a minute.
///
/// Runs of a million are sorted as they fill up and merged when they are written. Holds 12 bytes a key and at most
/// ``limit`` keys.
struct KeyRuns {
    private struct Run {
        var keys: [Int64] = []
        var clients: [UInt32] = []
    }

    private static let runLength = 1 << 20
    private static let limit = 6 << 20

    private var open = Run()
    private var sorted: [Run] = []
    private let insertion: RawStatement

    /// - Parameter table: One with the columns `key` and `client`.
    init(_ db: Database, table: String) throws {
        insertion = try RawStatement(db, "INSERT OR IGNORE INTO \(table) (key, client) VALUES (?, ?)")
    }

    /// Takes one key.
    ///
    /// - Precondition: `client` fits 32 bits, as client numbers do.
    mutating func put(_ key: Int64, client: Int64) throws {
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
        while true {
            var least: Int?
            for index in runs.indices where heads[index] < runs[index].keys.count {
                if let best = least, runs[best].keys[heads[best]] <= runs[index].keys[heads[index]] { continue }
                least = index
            }
            guard let least else { return }
            insertion.bind(runs[least].keys[heads[least]], at: 1)
            insertion.bind(Int64(runs[least].clients[heads[least]]), at: 2)
            try insertion.run()
            heads[least] += 1
        }
    }

    private mutating func closeRun() {
        guard !open.keys.isEmpty else { return }
        sorted.append(Self.sort(open))
        open = Run()
    }

    /// Sorts by key and leaves equal keys in their order: least significant digit first, 11 bits at a time.
    private static func sort(_ run: Run) -> Run {
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

    /// The sign bit is turned so that negative keys come first, as SQLite has them.
    private static func digit(_ key: Int64, _ shift: Int64) -> Int {
        Int((UInt64(bitPattern: key) ^ 1 << 63) >> UInt64(shift) & 2047)
    }
}
