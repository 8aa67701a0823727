import ArgumentParser
import Correspondence
import Glibc
import Mailing

struct PrivacyEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erases a person for good.",
        discussion: """
            Names, addresses, tabs, texts of letters and the history go. Issued invoices stay for the time that the law wants, \
            and an objection goes on counting. On a terminal it asks first; --yes answers.
            """)

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let desk = try ReceptionDesk(shared.workplace)
        if !yes, isatty(STDIN_FILENO) == 1, try !isMeant(desk) { return shared.voice.say(.left) }
        let numbers = try desk.erase(client)
        if shared.json { return try JSONOutput.print(["erased": numbers]) }
        shared.voice.say(.erased(numbers))
    }

    private func isMeant(_ desk: ReceptionDesk) throws -> Bool {
        for line in ClientSheet(try desk.page(of: client), in: shared.language).lines { print(line) }
        print(Wording.ask.text(in: shared.language), terminator: "")
        fflush(nil)
        return ["yes", "oui"].contains(readLine()?.lowercased() ?? "")
    }
}

extension Wording {
    fileprivate static let ask = Wording(
        en: "\nErase this record for good? Type yes: ",
        fr: "\nEffacer cette fiche définitivement\u{A0}? Tapez oui\u{A0}: ")
    fileprivate static let left = Wording(en: "Nothing was erased.", fr: "Rien n’a été effacé.")

    fileprivate static func erased(_ numbers: [Client.Number]) -> Wording {
        let list = numbers.map(String.init).joined(separator: ", ")
        return Wording(en: "Client \(list) erased.", fr: "Client \(list) effacé.")
    }
}
