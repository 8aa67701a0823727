import Correspondence
import Foundation
import Mailing
import Testing

@Suite struct `The output tray` {
    let folder = TemporaryFolder()
    let date = CivilDate(iso: "2026-11-24")!

    func tray() throws -> OutputTray {
        try OutputTray(output: folder.path("Output"), mailing: "documentation", date: date)
    }

    @Test func `shows a run's folder only once it is whole`() throws {
        let tray = try tray()
        try tray.file(named: "letters.txt").write("Bonjour\n")
        #expect(folder.visible(in: "Output/documentation") == [])
        _ = try tray.finish()
        try tray.publish()
        #expect(folder.visible(in: "Output/documentation") == ["2026-11-24"])
        #expect(try folder.text("Output/documentation/2026-11-24/letters.txt") == "Bonjour\n")
    }

    @Test func `numbers a further run of the same day`() throws {
        for expected in ["2026-11-24", "2026-11-24-2", "2026-11-24-3"] {
            let tray = try tray()
            #expect(tray.runName == expected)
            try tray.publish()
        }
    }

    @Test func `leaves nothing behind when it is dropped`() throws {
        do {
            let tray = try tray()
            try tray.file(named: "letters.ps").write("half")
        }
        #expect(folder.all(in: "Output") == [])
    }

    @Test func `clears what a killed run left`() throws {
        let left = folder.path("Output/documentation/.draft-2026-11-23")
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        try "half".write(toFile: left + "/letters.ps", atomically: false, encoding: .utf8)
        try tray().publish()
        #expect(folder.all(in: "Output/documentation") == ["2026-11-24"])
    }

    @Test func `keeps a second run of the same mailing out while it is open`() throws {
        let first = try tray()
        let problem = #expect(throws: Problem.self) { _ = try self.tray() }
        #expect(problem?.weight == .busy)
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                Output/documentation: another run of this mailing is at work here.
                  -> Wait until it has ended, then run again. Nothing was written.
                """)
        try first.publish()
    }

    @Test func `says in words that a folder is a file`() throws {
        try "no folder".write(toFile: folder.path("Output"), atomically: false, encoding: .utf8)
        let problem = #expect(throws: Problem.self) { _ = try self.tray() }
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                Output: a part of this path is a file, not a folder.
                  -> Choose another folder, then run again.
                """)
    }
}
