package import Correspondence
import Filing

/// Copies of the client file, and the way back.
package struct Backup {
    private let workplace: Workplace

    package init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    /// Copies the client file while it is in use. The copy appears whole or not at all.
    package func make(at path: String) throws(Problem) {
        try WholeFile.requireFolder(of: path)
        try ClientFile(reading: workplace.clientFile).backup(to: path)
    }

    /// Brings a copy back in the place of the client file.
    ///
    /// - Parameter overNewer: Work that was done since the copy may be lost.
    package func restore(_ path: String, overNewer: Bool) throws(Problem) {
        try ClientFile.restore(path, to: workplace.clientFile, overNewer: overNewer)
    }
}
