import Correspondence
import Glibc

/// Keeps a second run out of a folder for as long as it lives; ends with the process, however that ends.
final class FolderLock {
    private let descriptor: Int32

    /// - Throws: A `Problem` of weight busy if somebody else holds the folder.
    init(in folder: String) throws(Problem) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let fault = SystemFault.last
            close(descriptor)
            guard fault.code == EWOULDBLOCK else { throw fault.problem(with: folder) }
            throw Problem(.file(folder), .anotherRun, remedy: .waitForIt, weight: .busy)
        }
    }

    deinit {
        close(descriptor)
    }
}

extension Wording {
    fileprivate static let anotherRun = Wording(
        en: "another run of this mailing is at work here.", fr: "un autre envoi de ce publipostage est en cours ici.")
    fileprivate static let waitForIt = Wording(
        en: "Wait until it has ended, then run again. Nothing was written.",
        fr: "Attendez qu’il soit terminé, puis relancez. Rien n’a été écrit.")
}
