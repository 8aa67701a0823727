import ArgumentParser
import Correspondence
import FoundationEssentials
import Mailing

/// How a command speaks.
struct VoiceOptions: ParsableArguments {
    @Flag(help: "Print one JSON value on standard output and nothing else.")
    var json = false

    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Option(help: ArgumentHelp("The language of messages: fr or en.", valueName: "language"))
    var lang: MessageLanguage?

    var language: MessageLanguage { lang ?? .ofLocale }

    var voice: Voice { Voice(language: language, quiet: quiet, json: json) }
}

/// The options that every command knows that works on the client file.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The client file.", discussion: "Also PUBLIPOST_FILE.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("The template folder.", valueName: "folder"))
    var templates = "Templates"

    @Option(help: ArgumentHelp("The folder that runs write into.", valueName: "folder"))
    var output = "Output"

    @OptionGroup var speech: VoiceOptions

    var workplace: Workplace {
        let fromEnvironment = ProcessInfo.processInfo.environment["PUBLIPOST_FILE"]
        return Workplace(
            clientFile: file ?? fromEnvironment ?? "clients.sqlite", templates: templates, output: output)
    }

    var json: Bool { speech.json }
    var quiet: Bool { speech.quiet }
    var lang: MessageLanguage? { speech.lang }
    var language: MessageLanguage { speech.language }
    var voice: Voice { speech.voice }
}

extension MessageLanguage: ExpressibleByArgument {
    /// The locale's language, English where messages are not worded in it.
    static var ofLocale: MessageLanguage {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("fr") == true ? .french : .english
    }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }

    /// The day it is here and now.
    static var today: CivilDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
            ?? CivilDate(dayNumber: 0)
    }
}
