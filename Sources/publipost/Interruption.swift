import Glibc
import Synchronization

/// Whether somebody has pressed control-C, or the system wants the program to end.
///
/// The errand notices at its next step and takes back what it has begun. A second control-C ends the program at once.
enum Interruption {
    private static let asked = Atomic(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    static func watch() {
        // What was ignored when the program was started stays so: nohup, and control-C for a job in the background.
        for sign in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(sign) {
            signal(sign) { sign in
                Interruption.asked.store(true, ordering: .relaxed)
                signal(sign, SIG_DFL)
            }
        }
    }

    private static func isIgnored(_ sign: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(sign, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
