import Foundation

/// A real print service of a test's own: `cupsd` with one queue, `hall`, whose backend writes each job into a folder.
final class PrintHall: Sendable {
    private static let daemon = "/usr/sbin/cupsd"
    private let folder: String
    private let process: Process

    static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: daemon)
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/lp") && geteuid() == 0
    }

    /// - Throws: Where the service cannot be started within five seconds.
    init(in office: Office) throws {
        // A socket's path is short: 107 bytes is the kernel's limit.
        folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UInt32.random(in: 0...UInt32.max))")
            .path()
        process = Process()
        try prepare()
        process.executableURL = URL(filePath: Self.daemon)
        process.arguments = ["-f", "-c", "\(folder)/etc/cupsd.conf", "-s", "\(folder)/etc/cups-files.conf"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let end = Date(timeIntervalSinceNow: 5)
        while try !office.run("/usr/bin/lpstat", ["-r"], environment: environment).output.contains("is running") {
            guard Date() < end else { throw CocoaError(.executableLoad) }
            usleep(20_000)
        }
        try command(
            "lpadmin",
            ["-p", "hall", "-E", "-v", "tray:\(folder)/out", "-m", "raw", "-o", "printer-error-policy=stop-printer"],
            in: office)
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func stop() {
        guard process.isRunning else { return }
        // A child of a test's thread has its signals blocked: only this one reaches it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Leads `lp` to this service.
    var environment: [String: String] { ["CUPS_SERVER": "\(folder)/state/cups.sock"] }

    func command(_ name: String, _ words: [String], in office: Office) throws {
        let path = ["/usr/sbin/", "/usr/bin/"].map { $0 + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        _ = try office.run(path ?? name, words, environment: environment)
    }

    /// The bytes of a job once the backend has them; nil where none come within five seconds.
    func job(_ number: Int) throws -> Data? {
        let path = "\(folder)/out/job-\(number).ps"
        let end = Date(timeIntervalSinceNow: 5)
        while !FileManager.default.fileExists(atPath: path) {
            if Date() > end { return nil }
            usleep(20_000)
        }
        return try Data(contentsOf: URL(filePath: path))
    }

    private func prepare() throws {
        for name in ["etc", "spool", "cache", "state", "log", "out", "bin/backend", "bin/daemon", "bin/filter"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        if let lp = getpwnam("lp") { chown("\(folder)/out", lp.pointee.pw_uid, lp.pointee.pw_gid) }
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/bin/daemon/cups-exec", withDestinationPath: "/usr/lib/cups/daemon/cups-exec")
        try write(files, to: "etc/cups-files.conf")
        try write(Self.policy.replacing("FOLDER", with: folder), to: "etc/cupsd.conf")
        try write(Self.backend, to: "bin/backend/tray")
        chmod("\(folder)/bin/backend/tray", 0o755)
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }

    private var files: String {
        """
        ServerRoot \(folder)/etc
        RequestRoot \(folder)/spool
        CacheDir \(folder)/cache
        StateDir \(folder)/state
        ServerBin \(folder)/bin
        AccessLog \(folder)/log/access
        ErrorLog \(folder)/log/error
        PageLog \(folder)/log/page
        User lp
        Group lp
        SystemGroup root lpadmin

        """
    }

    private static let policy = """
        Listen FOLDER/state/cups.sock
        Browsing Off
        DefaultAuthType None
        WebInterface No
        <Location />
        Order allow,deny
        Allow all
        </Location>
        <Policy default>
        <Limit All>
        Order allow,deny
        Allow all
        </Limit>
        </Policy>

        """

    private static let backend = """
        #!/bin/sh
        [ $# -eq 0 ] && { echo 'direct tray "Unknown" "folder"'; exit 0; }
        f=${DEVICE_URI#tray:}
        cat ${6:+"$6"} > "$f/.job-$1" && mv "$f/.job-$1" "$f/job-$1.ps"

        """
}
