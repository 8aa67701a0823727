import Correspondence
import Interchange

extension DuplicateReport {
    /// Writes one row for each record: the group it is in, and the record. Columns are named in English, as a script wants them.
    func writeCSV(to sink: any ByteSink) throws(Problem) {
        let writer = CSVWriter(to: sink)
        let head = ["group", "answer", "probability", "letters_saved", "survivor", "client"]
        try writer.row(head + ClientField.allCases.map(\.name))
        for group in groups {
            for record in group.records {
                try writer.row(
                    [
                        group.found.code.text, group.found.likeness.rawValue,
                        Self.figure(group.found.probability, decimals: 4), Self.figure(group.lettersSaved, decimals: 2),
                        String(group.kept.survivor), String(record.number),
                    ] + ClientField.allCases.map { record.client.text(of: $0) })
            }
        }
        try writer.finish()
    }

    /// A number with a point and so many decimals, rounded.
    static func figure(_ number: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((number * Double(scale)).rounded())
        let fraction = String(scaled.magnitude % UInt(scale))
        let zeros = String(repeating: "0", count: decimals - fraction.count)
        return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / UInt(scale)).\(zeros)\(fraction)"
    }
}
