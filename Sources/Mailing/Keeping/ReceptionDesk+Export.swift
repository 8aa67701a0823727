package import Correspondence
import Filing
import Interchange

extension ReceptionDesk {
    /// Writes all clients with their tabs, requests, stays, invoices and letters as XML, by number.
    ///
    /// The file appears whole or not at all, and was held against its schema. Bank accounts are left out. Of erased clients
    /// stands there what the law wants kept.
    ///
    /// - Returns: How many clients it holds.
    package func export(to path: String, progress: Progress = .unwatched) throws(Problem) -> Int {
        let file = try WholeFile(path: path)
        let export = try ClientExport(to: file.sink)
        let total = try self.file.clientCount()
        let records = try self.file.records()
        while let record = try records.next() {
            if export.count % 1024 == 0 { try progress.tell(.writing, export.count, of: total) }
            try export.put(record)
        }
        try export.finish()
        try file.finish()
        if let draft = file.draftPath { try ClientSchema.validate(path: draft) }
        try file.publish()
        return export.count
    }
}
