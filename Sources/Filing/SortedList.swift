import Correspondence
import GRDB

/// The lines of a table in the order of their clients, read beside clients that come in the order of their numbers.
final class SortedList<Line> {
    private let all: RawStatement
    private let ofFamily: RawStatement
    private let line: (RawStatement) throws -> Line
    /// The client of the line that ``all`` stands on. Nil: before the first.
    private var client: Client.Number?
    private var isDone = false

    /// - Parameters:
    ///   - columns: What is read behind the client's number, and from which table.
    ///   - order: What lines of one client are sorted by before their numbers.
    init(
        _ db: Database, _ columns: String, condition: String = "TRUE", order: [String] = [],
        line: @escaping (RawStatement) throws -> Line
    ) throws {
        let select = "SELECT client, \(columns) WHERE \(condition)"
        let among = (["client"] + order + ["number"]).joined(separator: ", ")
        let family = (order + ["client <> ?1", "client", "number"]).joined(separator: ", ")
        all = try RawStatement(db, "\(select) ORDER BY \(among)")
        ofFamily = try RawStatement(db, "\(select) AND client IN (\(ClientFile.family)) ORDER BY \(family)")
        self.line = line
    }

    /// Returns the lines of a client.
    ///
    /// - Parameters:
    ///   - number: Higher than at the last call.
    ///   - isFamily: Whether other records were merged into the client, or it into another once: their lines are its own.
    func lines(of number: Client.Number, isFamily: Bool) throws -> [Line] {
        if isFamily { return try familyLines(of: number) }
        var lines: [Line] = []
        while !isDone {
            if let client, client >= number {
                guard client == number else { return lines }
                lines.append(try line(all))
            }
            if try all.step() {
                client = all.integer(0)
            } else {
                isDone = true
                all.reset()
            }
        }
        return lines
    }

    private func familyLines(of number: Client.Number) throws -> [Line] {
        ofFamily.bind(number, at: 1)
        defer { ofFamily.reset() }
        var lines: [Line] = []
        while try ofFamily.step() { lines.append(try line(ofFamily)) }
        return lines
    }
}

extension SortedList where Line: TabLine {
    /// The lines of a tab.
    convenience init(tabIn db: Database) throws {
        try self.init(db, "\(Line.columns.joined(separator: ", ")) FROM \(Line.table)") { row in
            Line(values: Line.columns.indices.map { row.stored($0 + 1) })
        }
    }
}

extension Array where Element: TabLine {
    /// A line that two records of a family have stands once.
    var withoutRepeats: [Element] {
        guard count > 1 else { return self }
        return reduce(into: []) { lines, line in
            if !lines.contains(line) { lines.append(line) }
        }
    }
}
