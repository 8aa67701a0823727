import ArgumentParser
import Correspondence
import Glibc

/// One call of the program, from its words to its exit code.
struct CommandLineRun {
    var arguments: [String]

    /// Runs the command and ends the process.
    func end() async -> Never {
        do {
            var command = try Publipost.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            try Self.flushOutput()
            Publipost.exit(withError: nil)
        } catch let problem as Problem {
            StandardError.print(problem.text(in: language))
            Glibc.exit(problem.exitCode)
        } catch {
            Publipost.exit(withError: error)
        }
    }

    /// - Throws: A `Problem` if what was printed did not arrive.
    private static func flushOutput() throws(Problem) {
        guard fflush(nil) == 0 else { throw Problem(.thing(.output), .notTaken, remedy: .printElsewhere) }
    }

    /// The language of a message about a command that did not get as far as knowing its options.
    private var language: MessageLanguage {
        guard let at = arguments.firstIndex(of: "--lang"), arguments.indices.contains(at + 1) else { return .ofLocale }
        return MessageLanguage(rawValue: arguments[at + 1]) ?? .ofLocale
    }
}

extension Problem {
    /// As PRODUCT's table of exit codes says.
    fileprivate var exitCode: Int32 {
        switch weight {
        case .stopped: 1
        case .usage: EX_USAGE
        case .busy: EX_TEMPFAIL
        }
    }
}

extension ExitCode {
    /// Done, but a fault left records out, and they are named.
    static let leftOut = ExitCode(3)
    /// Look-alikes were found, nothing was added.
    static let lookAlikes = ExitCode(4)
}

extension Wording {
    fileprivate static let output = Wording(en: "standard output", fr: "sortie standard")
    fileprivate static let notTaken = Wording(
        en: "what was to be printed could not be written there; the work itself is done.",
        fr: "le texte n’a pas pu y être écrit\u{A0}; le travail lui-même est fait.")
    fileprivate static let printElsewhere = Wording(
        en: "Make room there, or print elsewhere.", fr: "Faites-y de la place, ou écrivez ailleurs.")
}
