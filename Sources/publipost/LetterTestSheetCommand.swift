import ArgumentParser
import Correspondence
import Mailing

struct LetterTestSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-sheet",
        abstract: "Makes a sheet to fold and to try in an envelope before a mailing is printed.",
        discussion: """
            The sheet shows the zone of the address and where to fold. Print it without scaling, put it into the envelope and \
            tap it on each edge: no letter of the address may disappear.
            """)

    @Option(
        help: ArgumentHelp(
            "The window: nf, din-a, din-b, sn, uk-c5; an envelope: dl, c5, c6, c4; or labels-3x8, labels-2x7.",
            valueName: "name"))
    var geometry = "nf"

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the PostScript goes.", valueName: "file"))
    var out: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard EnvelopeTest.geometries.contains(geometry) else {
            throw ValidationError("--geometry wants one of: \(EnvelopeTest.geometries.joined(separator: ", ")).")
        }
    }

    func run() throws {
        try EnvelopeTest.write(
            geometry: geometry, language: shared.language, templates: shared.workplace.templates, to: out)
        shared.voice.say(.done(out))
        if shared.json { try JSONOutput.print(["file": out, "geometry": geometry]) }
    }
}

extension Wording {
    fileprivate static func done(_ file: String) -> Wording {
        Wording(
            en: "\(file): print it without scaling, fold it at the marks and slide it into the envelope.",
            fr: "\(file)\u{A0}: imprimez-la sans mise à l’échelle, pliez-la aux repères et glissez-la dans l’enveloppe."
        )
    }
}
