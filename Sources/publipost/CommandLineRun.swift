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
            Publipost.exit(withError: nil)
        } catch let problem as Problem {
            StandardError.print(problem.text(in: language))
            Glibc.exit(problem.exitCode)
        } catch {
            Publipost.exit(withError: error)
        }
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
