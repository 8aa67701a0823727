import Correspondence
import Filing
import Foundation
import Testing

struct OpeningTests {
    let office = Office()

    @Test func `a new client file is readable by its owner only`() throws {
        let file = try office.file()
        try file.file(person("Durand", reference: "1"))
        for name in try FileManager.default.contentsOfDirectory(atPath: office.folder) {
            let rights = try FileManager.default.attributesOfItem(atPath: office.folder + "/" + name)[.posixPermissions]
            #expect(rights as? Int == 0o600, "\(name)")
        }
    }

    @Test func `a copy that others can read is closed to them when it is opened`() throws {
        try office.file().close()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: office.path)
        _ = try office.file()
        let rights = try FileManager.default.attributesOfItem(atPath: office.path)[.posixPermissions]
        #expect(rights as? Int == 0o600)
    }

    @Test func `a missing file is named, with the remedy`() {
        let open = { _ = try ClientFile(at: office.path, creating: false) }
        let path = office.path
        #expect(
            office.words(of: open) == """
                clients.sqlite: there is no such client file.
                  -> Name another with --file, or make this one with: publipost import FILE.csv --file clients.sqlite
                """)
        #expect(
            office.words(.french, of: open) == """
                clients.sqlite\u{A0}: ce fichier client n'existe pas.
                  -> Nommez-en un autre avec --file, ou créez celui-ci\u{A0}: publipost import FICHIER.csv --file clients.sqlite
                """)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: ["id;nom\n1;Durand\n", "", "SQLite format 3"])
    func `a file that is no database is left as it is`(content: String) throws {
        try content.write(toFile: office.path, atomically: false, encoding: .utf8)
        #expect(
            office.words { _ = try ClientFile(at: office.path, creating: false) } == """
                clients.sqlite: this is no client file of publipost.
                  -> Name the client file with --file. This file was left as it is.
                """)
        #expect(try String(contentsOfFile: office.path, encoding: .utf8) == content)
    }

    @Test func `another program's database is left as it is`() throws {
        try sqlite(office.path, "CREATE TABLE song (title TEXT)")
        let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
        for creating in [true, false] {
            #expect(
                office.words(.french) { _ = try ClientFile(at: office.path, creating: creating) } == """
                    clients.sqlite\u{A0}: ce n'est pas un fichier client de publipost.
                      -> Nommez le fichier client avec --file. Ce fichier-ci est resté tel quel.
                    """)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == before)
    }

    @Test func `a file from the future is refused`() throws {
        try office.file().close()
        try sqlite(office.path, "PRAGMA user_version = 999")
        #expect(
            office.words { _ = try office.file() } == """
                clients.sqlite: this client file was written by a newer publipost.
                  -> Install the newer publipost here. The file was left as it is.
                """)
    }

    @Test func `a truncated file is damaged, and says how to bring a backup back`() throws {
        let file = try office.file()
        let rows = (1...3000).map { person("Durand \($0)", reference: "\($0)") }
        _ = try file.importRows(on: today) { session throws(Problem) in
            for row in rows { try session.put(ImportedRow(client: row, line: 1)) }
        }
        try file.close()
        truncate(office.path, 20_000)
        #expect(
            office.words {
                let file = try office.file()
                _ = try file.clients().all()
            } == """
                clients.sqlite: the client file is damaged.
                  -> Keep a copy of it, then bring back the last backup: publipost restore BACKUP --file clients.sqlite
                """)
    }

    @Test func `a folder that is missing or refuses a new file is named`() {
        #expect(
            office.words { _ = try ClientFile(at: office.folder + "/no/clients.sqlite", creating: true) } == """
                no/clients.sqlite: the client file cannot be made in this folder.
                  -> Make the folder, or give yourself the right to write in it, or name another with --file.
                """)
        #expect(
            office.words(.french) { _ = try ClientFile(at: "/proc/clients.sqlite", creating: true) } == """
                /proc/clients.sqlite\u{A0}: le fichier client ne peut pas être créé dans ce dossier.
                  -> Créez le dossier, donnez-vous le droit d'y écrire, ou nommez-en un autre avec --file.
                """)
    }

    @Test func `another program that writes makes it busy, and nothing is written`() throws {
        let file = try office.file()
        try file.file(person("Durand", reference: "1"))
        let other = try Holder(office.path)
        #expect(
            office.words { try file.file(person("Petit", reference: "2")) } == """
                clients.sqlite: another program is writing to the client file.
                  -> Close it there or wait, then run again. Nothing was written.
                """)
        #expect(throws: Problem.self) { try file.file(person("Petit", reference: "2")) }
        do { try file.file(person("Petit", reference: "2")) } catch { #expect(error.weight == .busy) }
        other.release()
        try file.file(person("Petit", reference: "2"))
        #expect(try file.clientCount() == 2)
    }

    @Test func `a full disk is said, and the file stays as it was`() throws {
        guard run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", office.folder) else {
            try Test.cancel("mounting a small disk takes root's rights")
        }
        defer { run("/usr/bin/umount", "-l", office.folder) }
        let file = try office.file()
        try file.file(person("Durand", reference: "1"))
        #expect(
            office.words(.french) { try file.file(person(String(repeating: "x", count: 9_000_000))) } == """
                clients.sqlite\u{A0}: le disque est plein.
                  -> Faites de la place sur le disque, puis recommencez. Rien n'a été écrit.
                """)
        #expect(try file.clientCount() == 1)
        #expect(try file.all().map(\.familyName) == ["Durand"])
    }

    @Test func `a second opening in the same program leaves the locks of the first standing`() throws {
        let first = try office.file()
        try first.file(person("Durand"))
        var state = stat()
        #expect(stat(office.path, &state) == 0)
        // Where none stands, another program takes itself for the only one, and the log away when it leaves.
        // The kernel's list: "1: POSIX  ADVISORY  READ 4711 fe:00:1234 1073741826 1073742335".
        func locks() throws -> Int {
            let list = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
            return list.split(separator: "\n").count {
                $0.contains("POSIX") && $0.contains(" \(getpid()) ") && $0.contains(":\(state.st_ino) ")
            }
        }
        let before = try locks()
        #expect(before > 0)
        let second = try office.file()
        #expect(try locks() == before)
        try second.file(person("Petit"))
        #expect(try first.all().count == 2)
        try first.close()
        try second.close()
    }
}
