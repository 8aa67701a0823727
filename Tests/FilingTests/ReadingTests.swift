import Correspondence
import Filing
import Foundation
import Testing

/// The client file opened only to read it.
struct ReadingTests {
    let office = Office()

    @Test func `reading leaves the file and its folder as they were`() throws {
        try fill()
        let before = try contents()
        #expect(before.map(\.name) == ["clients.sqlite"])
        let file = try ClientFile(reading: office.path)
        #expect(try file.all().map(\.familyName) == ["Durand"])
        #expect(try file.records().next()?.client.familyName == "Durand")
        try file.close()
        #expect(try contents() == before)
    }

    @Test func `a file that is dropped without being closed leaves nothing beside it`() throws {
        try fill()
        _ = try ClientFile(reading: office.path).all()
        #expect(try contents().map(\.name) == ["clients.sqlite"])
    }

    @Test func `reading does not wait for another program that writes, and sees what was committed`() throws {
        try fill()
        let writer = try office.file()
        try writer.file(person("Petit"))
        let holder = try Holder(office.path)
        let reader = try ClientFile(reading: office.path, patience: 0)
        #expect(try reader.all().map(\.familyName) == ["Durand", "Petit"])
        holder.release()
        try writer.file(person("Roux"))
        #expect(try reader.all().map(\.familyName) == ["Durand", "Petit", "Roux"])
        try writer.close()
        #expect(try reader.all().count == 3)
        try reader.close()
    }

    @Test func `what a killed program left in the log is read`() throws {
        try fill()
        let killed = try office.file()
        try killed.file(person("Petit"))
        // A copy of the file and its log, as the kill leaves them; the log's index is not trusted.
        let copy = office.folder + "/copy.sqlite"
        for side in ["", "-wal"] { try FileManager.default.copyItem(atPath: office.path + side, toPath: copy + side) }
        try killed.close()
        let file = try ClientFile(reading: copy)
        #expect(try file.all().map(\.familyName) == ["Durand", "Petit"])
        try file.close()
        #expect(try ClientFile(reading: copy).all().count == 2)
    }

    @Test func `a file on a disk that cannot be written to is read`() throws {
        let mount = office.folder + "/50% off? #1"
        try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
        guard run("/usr/bin/mount", "-t", "tmpfs", "tmpfs", mount) else {
            try Test.cancel("mounting a disk takes root's rights")
        }
        defer { run("/usr/bin/umount", "-l", mount) }
        try fill()
        let path = mount + "/clients.sqlite"
        try FileManager.default.copyItem(atPath: office.path, toPath: path)
        #expect(run("/usr/bin/mount", "-o", "remount,ro", mount))
        let file = try ClientFile(reading: path)
        #expect(try file.all().map(\.familyName) == ["Durand"])
        #expect(try file.records().next()?.client.familyName == "Durand")
        #expect(try FileManager.default.contentsOfDirectory(atPath: mount) == ["clients.sqlite"])
        #expect(throws: Problem.self) { try file.file(person("Petit")) }
        try file.close()
    }

    @Test func `a deed that writes is refused, and says that nothing was written`() throws {
        try fill()
        let file = try ClientFile(reading: office.path)
        #expect(
            office.words { try file.file(person("Petit")) } == """
                clients.sqlite: the client file or its folder cannot be written to.
                  -> Give yourself the right to write to both, or name another file with --file. Nothing was written.
                """)
        #expect(try file.all().count == 1)
    }

    @Test func `a backup brought back, which keeps no log yet, is read`() throws {
        try fill()
        let backup = office.folder + "/backup.sqlite"
        try office.file().backup(to: backup)
        #expect(try ClientFile(reading: backup).all().map(\.familyName) == ["Durand"])
    }

    @Test(arguments: ["id;nom\n1;Durand\n", "", "SQLite format 3"])
    func `a file that is no client file is named, and left as it is`(content: String) throws {
        try content.write(toFile: office.path, atomically: false, encoding: .utf8)
        let before = try contents()
        #expect(
            office.words { _ = try ClientFile(reading: office.path) } == """
                clients.sqlite: this is no client file of publipost.
                  -> Name the client file with --file. This file was left as it is.
                """)
        #expect(try contents() == before)
    }

    @Test func `a missing file, another program's and one from the future are named as ever`() throws {
        let open = { _ = try ClientFile(reading: office.path) }
        #expect(office.words(of: open).hasPrefix("clients.sqlite: there is no such client file."))
        try sqlite(office.path, "CREATE TABLE song (title TEXT)")
        #expect(office.words(of: open).hasPrefix("clients.sqlite: this is no client file of publipost."))
        try FileManager.default.removeItem(atPath: office.path)
        try fill()
        try sqlite(office.path, "PRAGMA user_version = 999")
        #expect(office.words(of: open).hasPrefix("clients.sqlite: this client file was written by a newer publipost."))
    }

    private func fill() throws {
        let file = try office.file()
        try file.file(person("Durand"))
        try file.close()
    }

    private struct Entry: Equatable {
        var name: String
        var bytes: Data
    }

    private func contents() throws -> [Entry] {
        try FileManager.default.contentsOfDirectory(atPath: office.folder).sorted().map { name in
            Entry(name: name, bytes: try Data(contentsOf: URL(fileURLWithPath: office.folder + "/" + name)))
        }
    }
}
