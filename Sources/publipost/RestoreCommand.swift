import ArgumentParser
import Correspondence
import Mailing

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Brings a backup back in the place of the client file.")

    @Argument(help: "The backup.")
    var backup: String

    @Flag(name: .customLong("over-newer"), help: "The work done since the backup may be lost.")
    var overNewer = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Backup(shared.workplace).restore(backup, overNewer: overNewer)
        if shared.json { return try JSONOutput.print(["restored": backup]) }
        shared.voice.say(.restored(backup))
    }
}

extension Wording {
    fileprivate static func restored(_ backup: String) -> Wording {
        Wording(en: "The client file is that of \(backup).", fr: "Le fichier client est celui de \(backup).")
    }
}
