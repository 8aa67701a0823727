/// Where an errand finds its papers.
package struct Workplace: Hashable, Sendable {
    /// The path of the client file.
    package var clientFile: String
    /// The template folder, with `house.yml`.
    package var templates: String
    /// The folder that runs write into.
    package var output: String

    package init(clientFile: String = "clients.sqlite", templates: String = "Templates", output: String = "Output") {
        self.clientFile = clientFile
        self.templates = templates
        self.output = output
    }
}
