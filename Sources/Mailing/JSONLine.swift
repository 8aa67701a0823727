/// A flat JSON object on one line, keys sorted, for the run journal.
enum JSONLine {
    static func of(_ values: [String: Int]) -> String {
        of(values.mapValues { String($0) })
    }

    /// Seconds with three decimals.
    static func of(_ values: [String: Double]) -> String {
        of(values.mapValues { String(($0 * 1000).rounded() / 1000) })
    }

    /// - Parameter values: Numbers as JSON writes them. Keys are our own words and need no escaping.
    private static func of(_ values: [String: String]) -> String {
        "{" + values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
