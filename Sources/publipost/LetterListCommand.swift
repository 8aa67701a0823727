import ArgumentParser
import Correspondence
import Mailing

struct LetterListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the document types and their languages.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let types = try TemplateDrawer(shared.workplace.templates).documentTypes()
        if shared.json {
            return try JSONOutput.print(
                types.map { DocumentOutput(document: $0.name, languages: $0.languages.map(\.rawValue)) })
        }
        for type in types {
            print("\(type.name)  \(type.languages.map(\.rawValue).joined(separator: " "))")
        }
    }
}

private struct DocumentOutput: Encodable {
    var document: String
    var languages: [String]
}
