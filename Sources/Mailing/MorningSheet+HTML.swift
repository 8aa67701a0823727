import Correspondence

extension MorningSheet {
    /// The sheet as one self-contained page that prints on one side of A4.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <title>\(Markup.escaped(title))</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <h1>\(Markup.escaped(title))</h1>
        \(sections.map(Self.html(of:)).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private static let style = """

        @page { size: A4; margin: 20mm }
        body { font: 11pt/1.45 Georgia, serif; max-width: 44em; margin: 2em auto; padding: 0 1em; color: #222 }
        h1 { font-size: 1.5em; border-bottom: 2px solid #222; padding-bottom: .3em }
        h2 { font-size: 1.1em; margin: 1.4em 0 .3em }
        table { border-collapse: collapse; width: 100% }
        th { font-weight: normal; text-align: left; vertical-align: top; width: 45%; white-space: pre-wrap }
        th, td { border-bottom: 1px solid #ddd; padding: .15em .5em .15em 0 }
        td { font-variant-numeric: tabular-nums }
        p { margin: .4em 0 }

        """

    private static func html(of section: Section) -> String {
        var parts = ["<h2>\(Markup.escaped(section.heading))</h2>"]
        var rows: [String] = []
        func endTable() {
            if !rows.isEmpty { parts.append("<table>\n\(rows.joined(separator: "\n"))\n</table>") }
            rows = []
        }
        for line in section.lines {
            switch line {
            case .pair(let label, let value):
                rows.append("<tr><th scope=\"row\">\(Markup.escaped(label))</th><td>\(Markup.escaped(value))</td></tr>")
            case .sentence(let sentence):
                endTable()
                parts.append("<p>\(Markup.escaped(sentence))</p>")
            case .command(let command):
                endTable()
                parts.append("<p><code>\(Markup.escaped(command))</code></p>")
            }
        }
        endTable()
        return parts.joined(separator: "\n")
    }
}
