import Correspondence
import Foundation
import GRDB

extension ClientFile {
    /// Looks at the file before SQLite does, and makes it where it is missing and wanted.
    ///
    /// The file is never opened here: to close it again would undo the locks that this program's other connections hold on
    /// it. Source: SQLite, "How To Corrupt An SQLite Database File", 2.2.
    static func prepare(_ path: String, creating: Bool) throws(Problem) {
        var status = stat()
        if stat(path, &status) != 0 {
            guard errno == ENOENT || errno == ENOTDIR else { throw notReadable(path) }
            guard creating else { throw missing(path) }
            try create(path)
            return
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw noClientFile(path) }
        // A copy may have come with other rights: it is the office's secret all the same.
        if status.st_mode & 0o077 != 0, status.st_uid == geteuid() { chmod(path, 0o600) }
        guard access(path, R_OK) == 0 else { throw notReadable(path) }
        guard status.st_size > 0 || creating else { throw noClientFile(path) }
    }

    private static func create(_ path: String) throws(Problem) {
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw notCreated(path, isFull: errno == ENOSPC)
        }
    }

    /// Connections that write, and bring an older file up to date.
    static func writers(_ path: String, creating: Bool, patience: Double) throws -> DatabasePool {
        let configuration = configuration(path, creating: creating, patience: patience)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
            try migrate(db, path: path)
        }
        return pool
    }

    /// Connections that only read, and where it is needed one that takes the log away when it closes as the last.
    ///
    /// A pool that may write begins the log with a write of its own, which waits for the disk four times. One that may not
    /// leaves an empty log behind: hence the keeper, which could write and does not.
    static func readers(_ path: String, patience: Double) throws -> (DatabasePool, DatabaseQueue?) {
        var configuration = configuration(path, creating: false, patience: patience)
        guard folderIsWritable(path) else {
            configuration.readonly = true
            let pool = try DatabasePool(path: hasLog(path) ? path : unchanging(path), configuration: configuration)
            try pool.read { db in
                try recognise(db, path: path, creating: false)
                guard try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.version else {
                    throw notWritable(path)
                }
            }
            return (pool, nil)
        }
        let keeper = try DatabaseQueue(path: path, configuration: configuration)
        guard try keeper.read(isReadyToRead) else {
            try keeper.close()
            return (try writers(path, creating: false, patience: patience), nil)
        }
        configuration.readonly = true
        return (try DatabasePool(path: path, configuration: configuration), keeper)
    }

    private static func configuration(_ path: String, creating: Bool, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -16000")
            if !db.configuration.readonly { try recognise(db, path: path, creating: creating) }
        }
        return configuration
    }

    /// Whether the file is of this program's version and keeps a log, so that readers and a writer do not wait for each other.
    private static func isReadyToRead(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.version
            && String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
    }

    private static func folderIsWritable(_ path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        return access(String(folder), W_OK) == 0
    }

    private static func hasLog(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// The file's name for SQLite where no log can be begun beside it, and so nobody can be writing.
    ///
    /// Source: SQLite, "URI Filenames", 3.3.
    private static func unchanging(_ path: String) -> String {
        let name = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        return "file:\(name)?immutable=1"
    }

    /// Tells our file from another program's, before anything in it is touched.
    static func recognise(_ db: Database, path: String, creating: Bool) throws {
        let identity = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if identity == Schema.applicationID {
            if version > Schema.version { throw newer(path) }
            return
        }
        let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard creating, identity == 0, version == 0, objects == 0 else { throw noClientFile(path) }
    }

    static func migrate(_ db: Database, path: String) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 != Schema.version else { return }
        try db.inTransaction(.immediate) {
            // Another program may have done it while we waited.
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            if version > Schema.version { throw newer(path) }
            if version < Schema.version { try Schema.migrate(db, from: version) }
            return .commit
        }
    }
}

extension ClientFile {
    static func missing(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "there is no such client file.", fr: "ce fichier client n'existe pas."),
            remedy: Wording(
                en: "Name another with --file, or make this one with: publipost import FILE.csv --file \(path)",
                fr:
                    "Nommez-en un autre avec --file, ou créez celui-ci\u{A0}: publipost import FICHIER.csv --file \(path)"
            ))
    }

    static func noClientFile(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "this is no client file of publipost.", fr: "ce n'est pas un fichier client de publipost."),
            remedy: Wording(
                en: "Name the client file with --file. This file was left as it is.",
                fr: "Nommez le fichier client avec --file. Ce fichier-ci est resté tel quel."))
    }

    static func newer(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "this client file was written by a newer publipost.",
                fr: "ce fichier client a été écrit par une version plus récente de publipost."),
            remedy: Wording(
                en: "Install the newer publipost here. The file was left as it is.",
                fr: "Installez ici la version plus récente. Le fichier est resté tel quel."))
    }

    static func notCreated(_ path: String, isFull: Bool) -> Problem {
        guard !isFull else { return full(path) }
        return Problem(
            .file(path),
            Wording(
                en: "the client file cannot be made in this folder.",
                fr: "le fichier client ne peut pas être créé dans ce dossier."),
            remedy: Wording(
                en: "Make the folder, or give yourself the right to write in it, or name another with --file.",
                fr: "Créez le dossier, donnez-vous le droit d'y écrire, ou nommez-en un autre avec --file."))
    }

    static func notReadable(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "the client file cannot be read.", fr: "le fichier client ne peut pas être lu."),
            remedy: Wording(
                en: "Give yourself the right to read and write it, or run as its owner.",
                fr: "Donnez-vous le droit de le lire et de l'écrire, ou travaillez sous le nom de son propriétaire."))
    }
}
