package import Correspondence
import Foundation

/// The duplicate finder: which records of a list are one client, how surely, and why.
///
/// No training, no tuning: it learns from the list itself. The same list gives the same result, whatever the number of threads.
package struct Linkage: Sendable {
    package var options: LinkageOptions

    package init(options: LinkageOptions = LinkageOptions()) {
        self.options = options
    }

    /// Returns the duplicates among the records of `table`.
    ///
    /// - Throws: A `Problem` if no column says anything about who a record is.
    package func result(of table: RecordTable) throws(Problem) -> LinkageResult {
        let copies = Copies(in: table)
        if copies.further.isEmpty { return try LinkageSearch(table, options).result() }
        return try LinkageSearch(copies.table(of: table), options).result().including(copies)
    }
}
