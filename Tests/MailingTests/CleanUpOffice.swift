import Correspondence
import Filing
import Foundation
import Mailing

/// A client file of a test's own, with the desk that cleans it up.
final class CleanUpOffice {
    private let folder: String
    let file: ClientFile
    let desk: DuplicateDesk
    static let day = CivilDate(dayNumber: 20_781)
    static let moment: Int64 = 20_781 * 86_400

    init() throws {
        // In memory where there is such a folder: thousands of small commits wait for no disk there.
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory + "/" : NSTemporaryDirectory()
        folder = place + "publipost-cleanup-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = try ClientFile(at: folder + "/clients.sqlite", creating: true)
        desk = try DuplicateDesk(
            Workplace(clientFile: folder + "/clients.sqlite", templates: folder),
            clerk: Clerk(name: "clerk", moment: Self.moment, day: Self.day))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var workplace: Workplace { Workplace(clientFile: folder + "/clients.sqlite", templates: folder, output: folder) }

    /// A path in the office's folder.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Imports clients; their numbers are given in this order.
    func take(_ clients: [Client], on day: CivilDate = CleanUpOffice.day) throws {
        _ = try file.importRows(on: day) { session throws(Problem) in
            for client in clients { _ = try session.put(ImportedRow(client: client, line: 1)) }
        }
    }

    /// The shipped sample client file.
    func takeSample() throws {
        let list = Self.package.appending(path: "Templates/sample/clients.csv").path()
        _ = try ClientImport(workplace, on: Self.day, language: .english).run(list: list)
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All that the file says of its clients, in one canonical text.
    func content() throws -> String {
        var lines: [String] = []
        let clients = try file.clients()
        while let filed = try clients.next() {
            let number = filed.client.number ?? 0
            lines.append("\(filed)")
            lines.append("\(try file.lines(of: number, as: Companion.self))")
            lines.append("\(try file.lines(of: number, as: Vehicle.self))")
            lines.append(
                "\(try file.stays(of: number)) \(try file.requests(of: number)) \(try file.letters(to: number))")
        }
        return lines.joined(separator: "\n")
    }
}

func guest(_ familyName: String, _ givenName: String, _ change: (inout Client) -> Void = { _ in }) -> Client {
    var client = Client()
    client.familyName = familyName
    client.givenName = givenName
    change(&client)
    return client
}
