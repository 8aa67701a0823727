import Glibc
import Synchronization

/// Whether somebody has pressed control-C, or the system wants the program to end.
///
/// The errand notices at its next step and takes back what it has begun. A second control-C ends the program at once.
enum Interruption {
    private static let asked = Atomic(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    static func watch() {
        for sign in [SIGINT, SIGTERM, SIGHUP] {
            signal(sign) { sign in
                Interruption.asked.store(true, ordering: .relaxed)
                signal(sign, SIG_DFL)
            }
        }
    }
}
