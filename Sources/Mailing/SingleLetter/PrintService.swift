import Correspondence

/// The system's print service, CUPS, through its own commands.
struct PrintService {
    /// What became of a job.
    struct Job {
        /// Its name at the service: `hall-10`.
        var name: String
        var printer: String
        /// The queue takes jobs but prints none: it was stopped.
        var isHeld: Bool
    }

    /// Hands a file to a printer.
    ///
    /// - Parameters:
    ///   - printer: The queue's name. Nil: the default one.
    ///   - title: What the queue shows; it names no client but by number.
    /// - Throws: A `Problem` where the queue does not exist, takes no jobs, or the service does not run.
    func print(_ file: String, on printer: String?, title: String) throws(Problem) -> Job {
        let queue = printer.map { ["-d", $0] } ?? []
        let outcome = Self.run("lp", queue + ["-t", title], input: file)
        guard outcome.status == 0 else { throw Self.refusal(outcome, printer) }
        let name = Self.jobName(in: outcome.output)
        let used = printer ?? name.split(separator: "-").dropLast().joined(separator: "-")
        return Job(name: name, printer: used, isHeld: Self.isStopped(used))
    }

    private static func run(_ program: String, _ words: [String], input: String? = nil) -> ChildProcess.Outcome {
        ChildProcess(
            program: program, arguments: words, input: input ?? "/dev/null", environment: ["LC_ALL": "C"]
        ).run()
    }

    /// `request id is hall-10 (1 file(s))`.
    private static func jobName(in output: String) -> String {
        let words = output.split(whereSeparator: \.isWhitespace)
        guard let place = words.firstIndex(of: "is"), words.indices.contains(place + 1) else { return "" }
        return String(words[place + 1])
    }

    private static func isStopped(_ printer: String) -> Bool {
        run("lpstat", ["-p", printer]).output.contains(" disabled since ")
    }

    /// The commands say the same of a queue that is not there and of a service that does not run: only `lpstat -r` tells.
    private static func refusal(_ outcome: ChildProcess.Outcome, _ printer: String?) -> Problem {
        let place = printer.map { Place.thing(.printer($0)) } ?? .thing(.defaultPrinter)
        if outcome.status == 127 { return Problem(place, .noCommand, remedy: .installCommand) }
        if outcome.output.contains("not accepting jobs") {
            return Problem(place, .notAccepting, remedy: .accept(printer ?? "PRINTER"))
        }
        guard run("lpstat", ["-r"]).output.contains("scheduler is running") else {
            return Problem(place, .noService, remedy: .startService)
        }
        if outcome.output.contains("No default destination") {
            return Problem(place, .noDefault, remedy: .choosePrinter(printers))
        }
        if outcome.output.contains("does not exist") {
            return Problem(place, .noQueue, remedy: .choosePrinter(printers))
        }
        return Problem(place, .serviceRefused, remedy: .lookAtQueue)
    }

    private static var printers: [String] {
        run("lpstat", ["-e"]).output.split(separator: "\n").map(String.init)
    }
}

extension Wording {
    static func printer(_ name: String) -> Wording { Wording(en: "printer \(name)", fr: "imprimante \(name)") }

    fileprivate static let defaultPrinter = Wording(en: "the default printer", fr: "l’imprimante par défaut")
    fileprivate static let noCommand = Wording(
        en: "the command lp, which hands letters to a printer, is not installed.",
        fr: "la commande lp, qui confie les lettres à l’imprimante, n’est pas installée.")
    fileprivate static let installCommand = Wording(
        en: "Install it with: apt-get install cups-client, or print into a file with --to.",
        fr: "Installez-la avec\u{A0}: apt-get install cups-client, ou imprimez dans un fichier avec --to.")
    fileprivate static let noService = Wording(
        en: "the print service is not running, so nothing was printed.",
        fr: "le service d’impression ne tourne pas\u{A0}; rien n’a été imprimé.")
    fileprivate static let startService = Wording(
        en: "Start it with: systemctl start cups, or print into a file with --to.",
        fr: "Démarrez-le avec\u{A0}: systemctl start cups, ou imprimez dans un fichier avec --to.")
    fileprivate static let noQueue = Wording(
        en: "there is no such printer, so nothing was printed.",
        fr: "cette imprimante n’existe pas\u{A0}; rien n’a été imprimé.")
    fileprivate static let noDefault = Wording(
        en: "none is set, so nothing was printed.", fr: "aucune n’est définie\u{A0}; rien n’a été imprimé.")
    fileprivate static let notAccepting = Wording(
        en: "it takes no jobs at present, so nothing was printed.",
        fr: "elle n’accepte pas de travaux en ce moment\u{A0}; rien n’a été imprimé.")
    fileprivate static let serviceRefused = Wording(
        en: "the print service did not take the letter.", fr: "le service d’impression n’a pas pris la lettre.")
    fileprivate static let lookAtQueue = Wording(
        en: "Look at the printers with: lpstat -t", fr: "Voyez les imprimantes avec\u{A0}: lpstat -t")

    fileprivate static func accept(_ printer: String) -> Wording {
        Wording(
            en: "Let it take jobs again with: cupsaccept \(printer)",
            fr: "Faites-la accepter de nouveau avec\u{A0}: cupsaccept \(printer)")
    }

    fileprivate static func choosePrinter(_ printers: [String]) -> Wording {
        let list = printers.joined(separator: ", ")
        if list.isEmpty {
            return Wording(
                en: "Set a printer up, or print into a file with --to.",
                fr: "Installez une imprimante, ou imprimez dans un fichier avec --to.")
        }
        return Wording(
            en: "Choose one with --printer: \(list).", fr: "Choisissez-en une avec --printer\u{A0}: \(list).")
    }
}
