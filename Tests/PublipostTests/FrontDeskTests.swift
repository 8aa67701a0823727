import Foundation
import FoundationNetworking
import Testing

@Suite struct `The front desk` {
    @Test func `shows the clients whose name begins so, and nothing that a name could smuggle in`() async throws {
        let office = try Office()
        try office.write(
            """
            reference;family_name;given_name;postcode;town;country
            1;Nguyễn;Thị Hạnh;35400;Saint-Malo;FR
            2;Nguyen;<b>Bold</b>;35400;Saint-Malo;FR
            3;Durand;Paule;35400;Saint-Malo;FR

            """, to: "list.csv")
        #expect(try office.publipost("import", "list.csv").status == 0)
        let desk = try FrontDesk(office, port: 18_471)
        let whole = try await desk.page("/?q=nguyen")
        #expect(whole.hasPrefix("<!DOCTYPE html>"))
        #expect(whole.contains("value=\"nguyen\""))
        let table = try await desk.page("/clients?q=nguyen")
        #expect(
            table == """
                <table>
                <thead><tr><th scope="col">Number</th><th scope="col">Name</th><th scope="col">Town</th>\
                <th scope="col">Last stay</th><th scope="col">Plate</th></tr></thead>
                <tbody>
                <tr><td>1</td><td>Nguyễn Thị Hạnh</td><td>Saint-Malo</td><td></td><td></td></tr>
                <tr><td>2</td><td>Nguyen &lt;b&gt;Bold&lt;/b&gt;</td><td>Saint-Malo</td><td></td><td></td></tr>
                </tbody>
                </table>
                """)
        #expect(try await desk.page("/clients?q=xyz") == "<p>No name begins so.</p>")
    }

    @Test func `does not open without a client file`() throws {
        let answer = try Office().publipost("serve", "--port", "18472")
        #expect(answer.status == 1)
        #expect(answer.error.hasPrefix("clients.sqlite: "))
    }
}

/// A front desk that is open for a test.
private final class FrontDesk {
    private let process = Process()
    private let port: Int

    init(_ office: Office, port: Int) throws {
        self.port = port
        process.executableURL = URL(filePath: Office.programPath)
        process.arguments = ["serve", "--port", String(port), "--quiet", "--lang", "en"]
        process.currentDirectoryURL = office.folder
        try process.run()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Asks until the desk is open, 30 seconds at the most.
    func page(_ path: String) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        for _ in 0..<300 {
            if let (data, _) = try? await URLSession.shared.data(from: url) {
                return String(decoding: data, as: UTF8.self)
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try String(decoding: await URLSession.shared.data(from: url).0, as: UTF8.self)
    }
}
