package import Correspondence
import Filing
import Interchange

extension ReceptionDesk {
    /// Writes all clients with their tabs, requests, stays, invoices and letters as XML, by number.
    ///
    /// The file appears whole or not at all, and was held against its schema. Bank accounts are left out.
    ///
    /// - Returns: How many clients it holds.
    package func export(to path: String, progress: Progress = .unwatched) throws(Problem) -> Int {
        let file = try WholeFile(path: path)
        let export = try ClientExport(to: file.sink)
        let total = try self.file.clientCount()
        let clients = try self.file.clients()
        while let filed = try clients.next() {
            if export.count % 64 == 0 { try progress.tell(.writing, export.count, of: total) }
            try export.put(try exported(filed))
        }
        try export.finish()
        try file.publish()
        try ClientSchema.validate(path: path)
        return export.count
    }

    /// A record as it leaves the house.
    private func exported(_ filed: FiledClient) throws(Problem) -> ClientRecord {
        let number = filed.client.number ?? 0
        var record = try record(of: filed)
        record.accounts = []
        if let day = filed.mailReturnedOn { record.returns = [ClientRecord.ReturnedMail(reason: "", notedOn: day)] }
        if filed.hasObjected { record.objectedOn = try objectionDay(of: number) }
        return record
    }

    /// The day that the history tells of. An objection that came back with an import is as old as the record.
    private func objectionDay(of number: Client.Number) throws(Problem) -> CivilDate {
        let noted = try file.history(of: number, limit: .max).last { $0.what == "objection" }
        guard let noted else { return try file.client(number).client.createdOn ?? CivilDate(dayNumber: 0) }
        return CivilDate(dayNumber: Int32(noted.madeAt / 86_400))
    }
}
