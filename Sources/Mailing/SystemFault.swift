import Correspondence
import Glibc

/// What the operating system said when it refused something, in words.
struct SystemFault {
    let code: Int32

    /// The fault of the call that has just failed.
    static var last: SystemFault { SystemFault(code: errno) }

    /// Returns the problem that this fault means for the file at `path`.
    func problem(with path: String) -> Problem {
        switch code {
        case ENOENT: Problem(.file(path), .noSuchFile, remedy: .checkTheName)
        case EACCES, EPERM: Problem(.file(path), .notAllowed, remedy: .giveRights)
        case EROFS: Problem(.file(path), .readOnlyDisk, remedy: .chooseAnotherFolder)
        case ENOSPC, EDQUOT: Problem(.file(path), .diskFull, remedy: .makeRoom)
        case EISDIR: Problem(.file(path), .isFolder, remedy: .nameAFile)
        case ENOTDIR: Problem(.file(path), .isNoFolder, remedy: .chooseAnotherFolder)
        default: Problem(.file(path), .systemSays(String(cString: strerror(code))), remedy: .tryAgain)
        }
    }
}

extension Wording {
    fileprivate static let noSuchFile = Wording(en: "there is no such file.", fr: "ce fichier n’existe pas.")
    fileprivate static let checkTheName = Wording(
        en: "Check the name and the folder, then run again.", fr: "Vérifiez le nom et le dossier, puis relancez.")
    fileprivate static let notAllowed = Wording(
        en: "the system does not allow access to it.", fr: "le système en refuse l’accès.")
    fileprivate static let giveRights = Wording(
        en: "Give yourself the right to use it, or choose another folder.",
        fr: "Donnez-vous le droit de l’utiliser, ou choisissez un autre dossier.")
    fileprivate static let readOnlyDisk = Wording(
        en: "the disk can be read but not written to.", fr: "le disque est en lecture seule.")
    fileprivate static let chooseAnotherFolder = Wording(
        en: "Choose another folder, then run again.", fr: "Choisissez un autre dossier, puis relancez.")
    fileprivate static let diskFull = Wording(
        en: "the disk is full. Nothing half-written was kept.",
        fr: "le disque est plein. Rien n’est resté à moitié écrit.")
    fileprivate static let makeRoom = Wording(
        en: "Make room on the disk, then run again.", fr: "Faites de la place sur le disque, puis relancez.")
    fileprivate static let isFolder = Wording(
        en: "this is a folder, not a file.", fr: "c’est un dossier, pas un fichier.")
    fileprivate static let nameAFile = Wording(en: "Name a file.", fr: "Indiquez un fichier.")
    fileprivate static let isNoFolder = Wording(
        en: "a part of this path is a file, not a folder.",
        fr: "une partie de ce chemin est un fichier, pas un dossier.")
    fileprivate static let tryAgain = Wording(en: "Mend that, then run again.", fr: "Corrigez cela, puis relancez.")

    fileprivate static func systemSays(_ words: String) -> Wording {
        Wording(en: "the system says: \(words).", fr: "le système répond\u{A0}: \(words).")
    }
}
