import Correspondence

/// A map file: one `their_column: our_field` a line.
enum ColumnMapFile {
    static func read(_ path: String) throws(Problem) -> [String: String] {
        var map: [String: String] = [:]
        for entry in try YAMLPage(path: path).content.entries() {
            map[entry.key] = try entry.value.text()
        }
        return map
    }
}
