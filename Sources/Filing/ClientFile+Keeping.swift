package import Correspondence
import Foundation
import GRDB

extension ClientFile {
    /// Copies the client file to another, while it is in use. The copy appears whole or not at all, readable by its owner only.
    ///
    /// - Throws: A `Problem` where the copy cannot be written.
    package func backup(to copy: String) throws(Problem) {
        guard !Self.areSame(path, copy) else { throw Self.ontoItself(copy) }
        try Self.requireReplaceable(copy)
        let part = copy + ".part"
        try Self.removePart(part)
        do throws(Problem) { try Self.prepare(part, creating: true) } catch { throw Self.noCopyHere(copy) }
        do {
            let queue = try DatabaseQueue(path: part)
            try pool.backup(to: queue)
            // A backup is one file: what lay beside it in a log would be forgotten by whoever copies it.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        } catch {
            try? Self.removePart(part)
            throw Self.problem(error, in: copy)
        }
        guard rename(part, copy) == 0 else {
            try? Self.removePart(part)
            throw Self.notWritable(copy)
        }
    }

    /// Brings a backup back in the place of a client file.
    ///
    /// - Parameter overNewer: Whether that may be done where the file at `path` has work that the backup has not.
    /// - Throws: A `Problem` where the backup is missing, damaged or no client file, where the present file is in use, or
    ///   where it is newer and `overNewer` is false. The present file is then as it was.
    package static func restore(_ backup: String, to path: String, overNewer: Bool = false) throws(Problem) {
        guard !areSame(backup, path) else { throw ontoItself(path) }
        try requireReplaceable(path)
        let source = try opened(backup)
        let findings = try source.check()
        guard findings.isEmpty else { throw damagedBackup(backup) }
        if let present = try presentMarks(path), !overNewer {
            let old = try source.read { db in try marks(db) }
            if zip(present, old).contains(where: { $0 > $1 }) { throw wouldLose(path, backup) }
        }
        let part = path + ".part"
        try removePart(part)
        try source.backup(to: part)
        // An old log beside a new file would be taken for the new file's own, so it goes first; it has been emptied.
        for side in ["-wal", "-shm"] { unlink(path + side) }
        guard rename(part, path) == 0 else {
            try? removePart(part)
            throw notWritable(path)
        }
    }

    /// Opens a backup to read it: it may lie on a disk that cannot be written to.
    private static func opened(_ backup: String) throws(Problem) -> ClientFile {
        do throws(Problem) {
            return try ClientFile(reading: backup)
        } catch {
            // The remedies of a client file would be wrong for its backup.
            throw switch error.what {
            case missing(backup).what: noBackup(backup)
            case noClientFile(backup).what: isNoBackup(backup)
            case damaged(backup).what: damagedBackup(backup)
            default: error
            }
        }
    }

    /// A copy is put in the place of what has its name: that may be another file, never a folder, a device or a pipe.
    private static func requireReplaceable(_ path: String) throws(Problem) {
        guard !path.isEmpty else { throw nothingNamed }
        var state = stat()
        guard stat(path, &state) == 0 else { return }
        if state.st_mode & S_IFMT != S_IFREG { throw noFile(path) }
    }

    private static func areSame(_ one: String, _ other: String) -> Bool {
        var (a, b) = (stat(), stat())
        return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }

    /// Looks the whole file over: SQLite's own check, what points to nothing, merges that do not add up.
    ///
    /// - Returns: What was found, in words; empty where everything is in order.
    package func check() throws(Problem) -> [Wording] {
        try read { db in
            var findings: [Wording] = []
            if try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") != ["ok"] { findings.append(Self.brokenPages) }
            let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
            findings += Dictionary(grouping: orphans) { $0 }.sorted { $0.key < $1.key }.map {
                Self.orphans($1.count, in: $0)
            }
            let astray = """
                SELECT count(*) FROM client c WHERE survivor IS NOT NULL AND NOT EXISTS
                (SELECT 1 FROM merge_member JOIN merge ON merge = number WHERE client = c.number AND undone_at IS NULL)
                OR family = 1 AND NOT EXISTS (SELECT 1 FROM client_own o WHERE o.number = c.number)
                """
            let count = try Int.fetchOne(db, sql: astray) ?? 0
            if count > 0 { findings.append(Self.astray(count)) }
            return findings
        }
    }

    private static func removePart(_ part: String) throws(Problem) {
        guard unlink(part) == 0 || errno == ENOENT else { throw notWritable(part) }
        for side in ["-journal", "-wal", "-shm"] { unlink(part + side) }
    }

    /// How far the work in the file at `path` has come. Nil where there is none, or none that could be lost.
    ///
    /// A damaged or foreign file may be replaced; one that another program is writing to may not.
    private static func presentMarks(_ path: String) throws(Problem) -> [Int64]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let present = try ClientFile(at: path, creating: false, patience: 1)
            let found = try present.write { db in try marks(db) }
            try present.tidy()
            try present.close()
            return found
        } catch {
            if error.weight == .busy { throw error }
            return nil
        }
    }

    /// The last number given in each table that work is added to.
    private static func marks(_ db: Database) throws -> [Int64] {
        let tables = [
            "client", "edit", "request", "stay", "letter", "run", "invoice", "invoice_item", "merge", "choice",
        ]
        return try tables.map { try Int64.fetchOne(db, sql: "SELECT max(number) FROM \($0)") ?? 0 }
    }
}

extension ClientFile {
    static let brokenPages = Wording(
        en: "the file's pages are damaged; bring the last backup back with: publipost restore BACKUP",
        fr: "des pages du fichier sont endommagées\u{A0}; reprenez la dernière sauvegarde\u{A0}: "
            + "publipost restore SAUVEGARDE")

    static func orphans(_ count: Int, in table: String) -> Wording {
        Wording(
            en: "\(count) rows of the table \(table) belong to a record that is not there",
            fr: "\(count) lignes de la table \(table) appartiennent à une fiche qui n'existe pas")
    }

    static func astray(_ count: Int) -> Wording {
        Wording(
            en: "\(count) merged records have no merge that says so",
            fr: "\(count) fiches fusionnées n'ont pas de fusion qui le dise")
    }

    static func ontoItself(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "this is the client file itself, so nothing was copied.",
                fr: "c'est le fichier client lui-même\u{A0}; rien n'a été copié."),
            remedy: Wording(en: "Name another file for the backup.", fr: "Nommez un autre fichier pour la sauvegarde."))
    }

    static let nothingNamed = Problem(
        nil, Wording(en: "the file's name is empty.", fr: "le nom du fichier est vide."),
        remedy: Wording(en: "Name a file.", fr: "Indiquez un fichier."), weight: .usage)

    static func noFile(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "this is a folder or a device, not a file, so nothing was written.",
                fr: "c'est un dossier ou un périphérique, pas un fichier\u{A0}; rien n'a été écrit."),
            remedy: Wording(en: "Name a file.", fr: "Indiquez un fichier."))
    }

    static func noCopyHere(_ copy: String) -> Problem {
        Problem(
            .file(copy),
            Wording(en: "no file can be made in this folder.", fr: "aucun fichier ne peut être créé dans ce dossier."),
            remedy: Wording(
                en: "Give yourself the right to write in it, make room on the disk, or name another folder.",
                fr: "Donnez-vous le droit d'y écrire, faites de la place sur le disque, ou nommez un autre dossier."))
    }

    static func noBackup(_ backup: String) -> Problem {
        Problem(
            .file(backup),
            Wording(
                en: "there is no such file, so nothing was restored.",
                fr: "ce fichier n'existe pas\u{A0}; rien n'a été repris."),
            remedy: Wording(en: "Check the name and the folder.", fr: "Vérifiez le nom et le dossier."))
    }

    static func isNoBackup(_ backup: String) -> Problem {
        Problem(
            .file(backup),
            Wording(
                en: "this is no client file of publipost, so nothing was restored.",
                fr: "ce n'est pas un fichier client de publipost\u{A0}; rien n'a été repris."),
            remedy: Wording(
                en: "Name a file that publipost backup has written.",
                fr: "Nommez un fichier écrit par publipost backup."))
    }

    static func damagedBackup(_ backup: String) -> Problem {
        Problem(
            .file(backup),
            Wording(
                en: "the backup is damaged, so nothing was restored.",
                fr: "la sauvegarde est endommagée\u{A0}; rien n'a été repris."),
            remedy: Wording(
                en: "Take an older backup, or see what is wrong with: publipost check --file \(backup)",
                fr:
                    "Prenez une sauvegarde plus ancienne, ou voyez ce qui ne va pas\u{A0}: publipost check --file \(backup)"
            ))
    }

    static func wouldLose(_ path: String, _ backup: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the client file has work that is not in this backup, so nothing was restored.",
                fr: "le fichier client contient du travail absent de cette sauvegarde\u{A0}; rien n'a été repris."),
            remedy: Wording(
                en: "Where its later work may be lost: publipost restore \(backup) --file \(path) --over-newer",
                fr: "Si le travail fait depuis peut être perdu\u{A0}: "
                    + "publipost restore \(backup) --file \(path) --over-newer"))
    }
}
