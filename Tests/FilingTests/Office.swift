import Correspondence
import Filing
import Foundation

/// A folder of its own for one test, with what tests say often.
final class Office {
    let folder: String

    init() {
        // In memory where there is such a folder: thousands of small commits wait for no disk there.
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory + "/" : NSTemporaryDirectory()
        folder = place + "filing-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var path: String { folder + "/clients.sqlite" }

    func file(patience: Double = 0.1) throws(Problem) -> ClientFile {
        try ClientFile(at: path, creating: true, patience: patience)
    }

    /// What is thrown, whole, with the folder's name left out.
    func words(_ language: MessageLanguage = .english, of act: () throws -> Void) -> String {
        do {
            try act()
            return "nothing was thrown"
        } catch let problem as Problem {
            return problem.text(in: language).replacing(folder + "/", with: "")
        } catch {
            return "\(error)"
        }
    }
}

let today = CivilDate(dayNumber: 20_775)

func day(_ iso: String) -> CivilDate {
    guard let day = CivilDate(iso: iso) else { fatalError("a test names a day that does not exist: \(iso)") }
    return day
}

func person(
    _ familyName: String?, _ givenName: String? = nil, reference: String? = nil,
    with change: (inout Client) -> Void = { _ in }
) -> Client {
    var client = Client()
    client.reference = reference
    client.familyName = familyName
    client.givenName = givenName
    change(&client)
    return client
}

extension ClientFile {
    /// Imports clients alone.
    @discardableResult
    func file(_ clients: Client...) throws(Problem) -> ImportCounts {
        try importRows(on: today) { session throws(Problem) in
            for client in clients { try session.put(ImportedRow(client: client, line: 1)) }
        }
    }

    func all() throws(Problem) -> [Client] {
        var all: [Client] = []
        try clients().forEach { filed throws(Problem) in all.append(filed.client) }
        return all
    }
}

extension RowStream {
    func all() throws(Problem) -> [Element] {
        var all: [Element] = []
        while let element = try next() { all.append(element) }
        return all
    }
}
