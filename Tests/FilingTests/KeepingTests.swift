import Correspondence
import Filing
import Foundation
import Testing

struct KeepingTests {
    let office = Office()

    @Test func `a backup is made while the file is in use, and brings everything back`() throws {
        let file = try office.file()
        try file.file(person("Durand", reference: "1"))
        let copy = office.folder + "/backup.sqlite"
        let holder = try Holder(office.path)
        try file.backup(to: copy)
        holder.release()
        let rights = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
        #expect(rights as? Int == 0o600)
        try file.file(person("Petit", reference: "2"))
        try file.close()
        #expect(
            office.words { try ClientFile.restore(copy, to: office.path) } == """
                clients.sqlite: the client file has work that is not in this backup, so nothing was restored.
                  -> Where its later work may be lost: publipost restore backup.sqlite --file clients.sqlite --over-newer
                """)
        #expect(try office.file().clientCount() == 2)
        try ClientFile.restore(copy, to: office.path, overNewer: true)
        #expect(try office.file().all().map(\.familyName) == ["Durand"])
    }

    @Test func `a backup replaces a missing or a damaged file without asking`() throws {
        let copy = office.folder + "/backup.sqlite"
        let file = try office.file()
        try file.file(person("Durand", reference: "1"))
        try file.backup(to: copy)
        try file.close()
        try FileManager.default.removeItem(atPath: office.path)
        try ClientFile.restore(copy, to: office.path)
        #expect(try office.file().clientCount() == 1)
        try "no database".write(toFile: office.path, atomically: false, encoding: .utf8)
        try ClientFile.restore(copy, to: office.path)
        #expect(try office.file().clientCount() == 1)
    }

    @Test func `a file that another program writes to is not replaced`() throws {
        let copy = office.folder + "/backup.sqlite"
        let file = try office.file()
        try file.backup(to: copy)
        let holder = try Holder(office.path)
        #expect(
            office.words { try ClientFile.restore(copy, to: office.path) } == """
                clients.sqlite: another program is writing to the client file.
                  -> Close it there or wait, then run again. Nothing was written.
                """)
        holder.release()
    }

    @Test func `a file is neither backed up onto itself nor restored from itself`() throws {
        let file = try office.file()
        try file.file(person("Durand"))
        let words = """
            clients.sqlite: this is the client file itself, so nothing was copied.
              -> Name another file for the backup.
            """
        #expect(office.words { try file.backup(to: office.path) } == words)
        #expect(office.words { try ClientFile.restore(office.path, to: office.path) } == words)
        #expect(try file.clientCount() == 1)
    }

    @Test func `what is no backup is not restored`() throws {
        try office.file().close()
        try "x".write(toFile: office.folder + "/b.sqlite", atomically: false, encoding: .utf8)
        #expect(
            office.words { try ClientFile.restore(office.folder + "/b.sqlite", to: office.path) } == """
                b.sqlite: this is no client file of publipost, so nothing was restored.
                  -> Name a file that publipost backup has written.
                """)
        #expect(
            office.words(.french) { try ClientFile.restore(office.folder + "/none", to: office.path) } == """
                none\u{A0}: ce fichier n'existe pas\u{A0}; rien n'a été repris.
                  -> Vérifiez le nom et le dossier.
                """)
    }

    @Test func `a damaged backup is named as one, and is not to be overwritten`() throws {
        let copy = office.folder + "/backup.sqlite"
        let file = try office.file()
        try file.file(person("Durand"))
        try file.backup(to: copy)
        truncate(copy, 5000)
        #expect(
            office.words { try ClientFile.restore(copy, to: office.path, overNewer: true) } == """
                backup.sqlite: the backup is damaged, so nothing was restored.
                  -> Take an older backup, or see what is wrong with: publipost check --file backup.sqlite
                """)
        #expect(try file.clientCount() == 1)
    }

    @Test func `a backup on a disk that cannot be written to is restored, and a file there is backed up`() throws {
        let disk = office.folder + "/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        guard run("/usr/bin/mount", "-t", "tmpfs", "tmpfs", disk) else {
            try Test.cancel("mounting a disk takes root's rights")
        }
        defer { run("/usr/bin/umount", "-l", disk) }
        let file = try office.file()
        try file.file(person("Durand"))
        try file.backup(to: disk + "/backup.sqlite")
        try file.close()
        #expect(run("/usr/bin/mount", "-o", "remount,ro", disk))
        try FileManager.default.removeItem(atPath: office.path)
        try ClientFile.restore(disk + "/backup.sqlite", to: office.path)
        #expect(try office.file().all().map(\.familyName) == ["Durand"])
        let second = office.folder + "/second.sqlite"
        try ClientFile(reading: disk + "/backup.sqlite").backup(to: second)
        #expect(try ClientFile(at: second, creating: false).all().map(\.familyName) == ["Durand"])
    }

    @Test func `a backup into a folder that takes no file names the copy`() throws {
        #expect(
            office.words { try office.file().backup(to: "/proc/backup.sqlite") } == """
                /proc/backup.sqlite: no file can be made in this folder.
                  -> Give yourself the right to write in it, make room on the disk, or name another folder.
                """)
    }

    @Test func `check finds nothing in a sound file, and says what is wrong in another`() throws {
        let file = try office.file()
        try file.file(person("Durand", reference: "1"), person("Durant", reference: "2"))
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 1)
        #expect(try file.check() == [])
        try sqlite(
            office.path,
            "PRAGMA foreign_keys = OFF; INSERT INTO stay VALUES (1, 99, 1, 2, NULL, 1, 0, 'booked', NULL); "
                + "DELETE FROM merge_member")
        #expect(
            try file.check().map(\.english) == [
                "1 rows of the table stay belong to a record that is not there",
                "1 merged records have no merge that says so",
            ])
    }
}
