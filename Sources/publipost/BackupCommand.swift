import ArgumentParser
import Correspondence
import Mailing

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the client file, also while it is in use.")

    @Argument(help: "Where the copy goes; one that is there is replaced.")
    var copy: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try Backup(shared.workplace).make(at: copy)
        if shared.json { return try JSONOutput.print(["backup": copy]) }
        shared.voice.say(.made(copy))
    }
}

extension Wording {
    fileprivate static func made(_ copy: String) -> Wording {
        Wording(en: "The client file was copied to \(copy).", fr: "Le fichier client a été copié dans \(copy).")
    }
}
