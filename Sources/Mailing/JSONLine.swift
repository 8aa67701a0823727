/// A flat JSON object on one line, keys sorted, for the run journal.
enum JSONLine {
    /// - Parameter texts: Of letters and digits, which need no escaping.
    static func of(_ values: [String: Int], texts: [String: String] = [:]) -> String {
        of(values.mapValues { String($0) }.merging(texts.mapValues { "\"\($0)\"" }) { $1 })
    }

    /// Seconds with three decimals.
    static func of(_ values: [String: Double]) -> String {
        of(values.mapValues { String(($0 * 1000).rounded() / 1000) })
    }

    /// - Parameter values: As JSON writes them. Keys are our own words and need no escaping.
    private static func of(_ values: [String: String]) -> String {
        "{" + values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
