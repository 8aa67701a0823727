import Correspondence
import GRDB

extension ClientFile {
    /// Says in office words what SQLite or GRDB said; a `Problem` passes as it is. The only place where this is done.
    static func problem(_ error: any Error, in path: String) -> Problem {
        if let problem = error as? Problem { return problem }
        guard let error = error as? DatabaseError else { return unexpected(path, code: -1) }
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: busy(path)
        case .SQLITE_NOTADB: noClientFile(path)
        case .SQLITE_CORRUPT: damaged(path)
        case .SQLITE_FULL: full(path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: notWritable(path)
        case .SQLITE_IOERR: error.extendedResultCode == .SQLITE_IOERR_SHORT_READ ? damaged(path) : disk(path)
        default: unexpected(path, code: Int(error.extendedResultCode.rawValue))
        }
    }

    func problem(_ error: any Error) -> Problem {
        Self.problem(error, in: path)
    }

    static func busy(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "another program is writing to the client file.",
                fr: "un autre programme est en train d'écrire dans le fichier client."),
            remedy: Wording(
                en: "Close it there or wait, then run again. Nothing was written.",
                fr: "Fermez-le là-bas ou attendez, puis recommencez. Rien n'a été écrit."),
            weight: .busy)
    }

    static func damaged(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "the client file is damaged.", fr: "le fichier client est endommagé."),
            remedy: Wording(
                en: "Keep a copy of it, then bring back the last backup: publipost restore BACKUP --file \(path)",
                fr: "Gardez-en une copie, puis reprenez la dernière sauvegarde\u{A0}: "
                    + "publipost restore SAUVEGARDE --file \(path)"))
    }

    static func full(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "the disk is full.", fr: "le disque est plein."),
            remedy: Wording(
                en: "Make room on the disk, then run again. Nothing was written.",
                fr: "Faites de la place sur le disque, puis recommencez. Rien n'a été écrit."))
    }

    static func notWritable(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the client file or its folder cannot be written to.",
                fr: "le fichier client ou son dossier n'est pas accessible en écriture."),
            remedy: Wording(
                en: "Give yourself the right to write to both, or name another file with --file. Nothing was written.",
                fr:
                    "Donnez-vous le droit d'écrire dans les deux, ou nommez un autre fichier avec --file. Rien n'a été écrit."
            ))
    }

    static func disk(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the disk did not read or write as it should.",
                fr: "le disque n'a pas lu ou écrit comme il le devait."),
            remedy: Wording(
                en: "Look at the disk or the network folder, then run again. Nothing was written.",
                fr: "Vérifiez le disque ou le dossier réseau, puis recommencez. Rien n'a été écrit."))
    }

    /// SQLite's own words may quote values, so only its code is told.
    static func unexpected(_ path: String, code: Int) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the client file did not take this (SQLite code \(code)).",
                fr: "le fichier client n'a pas accepté cette opération (code SQLite \(code))."),
            remedy: Wording(
                en: "Look the file over: publipost check --file \(path)",
                fr: "Faites vérifier le fichier\u{A0}: publipost check --file \(path)"))
    }
}
