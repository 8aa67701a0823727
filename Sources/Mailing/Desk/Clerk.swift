package import Correspondence
import Glibc

/// Who works at the desk, and when: what the history says of each edit.
package struct Clerk: Hashable, Sendable {
    /// The login name.
    package var name: String
    /// Seconds since 1970-01-01 UTC.
    package var moment: Int64
    /// The day it is here.
    package var day: CivilDate

    package init(name: String, moment: Int64, day: CivilDate) {
        self.name = name
        self.moment = moment
        self.day = day
    }

    /// Whoever is logged in, now.
    package static var present: Clerk {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let day = CivilDate(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        let name = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) }
        return Clerk(name: name ?? String(geteuid()), moment: Int64(now), day: day ?? CivilDate(dayNumber: 0))
    }
}
