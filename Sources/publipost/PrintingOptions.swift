import ArgumentParser
import Mailing

/// How letters are printed.
struct PrintingOptions: ParsableArguments {
    @Flag(help: "Prints on both sides; every letter begins on a front.")
    var duplex = false

    @Option(help: ArgumentHelp("The paper: a media type such as letterhead, or a tray's number.", valueName: "name"))
    var tray: String?

    @Option(help: ArgumentHelp("How many copies the printer makes; by default one.", valueName: "number"))
    var copies: Int?

    @Option(help: ArgumentHelp("Of plain text: utf-8 or iso-8859-15; by default utf-8.", valueName: "encoding"))
    var encoding: TextEncoding?

    func validate() throws {
        if let copies, !(1...999).contains(copies) { throw ValidationError("--copies wants a number from 1 to 999.") }
        if let tray, tray.isEmpty { throw ValidationError("--tray wants the name or the number of a tray.") }
    }

    /// Refuses what letters of this format cannot have, so that no wish is passed over in silence.
    func check(isPostScript: Bool, isText: Bool) throws {
        let wishes = [("--duplex", duplex), ("--tray", tray != nil), ("--copies", copies != nil)].filter(\.1)
        if !isPostScript, let first = wishes.first {
            throw ValidationError("\(first.0) is for PostScript: add --format ps.")
        }
        if !isText, encoding != nil { throw ValidationError("--encoding is for plain text: add --format text.") }
    }

    var wishes: PrintWishes {
        PrintWishes(duplex: duplex, tray: tray, copies: copies ?? 1, encoding: encoding ?? .utf8)
    }
}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument.lowercased())
    }
}
