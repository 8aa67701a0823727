import Correspondence
import Filing
import Testing

struct FindingPropertyTests {
    private static let syllables = ["du", "pont", "mar", "tin", "lé", "roy", "œu", "vre", "ber", "g"]

    private func name(_ random: inout Seeded) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Self.syllables.randomElement(using: &random) ?? ""
        }.joined()
    }

    /// What the search must come to, read off the records one by one.
    private func slow(_ clients: [Client], _ typed: String) -> Set<Client.Number> {
        func plain(_ text: String?) -> String {
            (text ?? "").replacing("é", with: "e").replacing("œ", with: "oe")
        }
        return Set(
            clients.filter { client in
                [client.familyName, client.givenName].contains { plain($0).hasPrefix(plain(typed)) }
            }.compactMap(\.number))
    }

    @Test(arguments: 0..<15)
    func `whatever was imported, edited, merged and erased, the search finds what begins so`(seed: Int) throws {
        let office = Office()
        let file = try office.file()
        var random = Seeded(seed: 900 + seed)
        for round in 1...12 {
            _ = try file.importRows(on: today) { session throws(Problem) in
                for _ in 0..<120 {
                    let row = person(
                        name(&random), name(&random), reference: "\(Int.random(in: 1...400, using: &random))")
                    try session.put(ImportedRow(client: row, line: 1))
                }
            }
            let all = try file.all().compactMap(\.number)
            for _ in 0..<10 {
                guard let number = all.randomElement(using: &random) else { continue }
                let changed = name(&random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: try? file.change(number, by: "a", at: Int64(round)) { $0.familyName = changed }
                case 1: try? file.change(number, by: "a", at: Int64(round)) { $0.givenName = changed }
                default: _ = try? file.erase(number, by: "a", at: Int64(round))
                }
            }
            let clients = try file.all()
            for _ in 0..<5 {
                let typed = name(&random)
                let found = try file.find(typed, limit: 10_000).compactMap(\.filed.client.number)
                #expect(Set(found) == slow(clients, typed), "\(typed)")
                #expect(Set(found).count == found.count)
            }
        }
        #expect(try file.check() == [])
    }
}
