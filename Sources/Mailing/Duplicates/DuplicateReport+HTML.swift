import Correspondence

extension DuplicateReport {
    /// The report as one self-contained page that prints on A4: no script, no picture from elsewhere.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>\(Markup.escaped(title))</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <header>
        <h1>\(Markup.escaped(title))</h1>
        \(table(stateLines))
        \(originsHTML)
        \(instructions.map { "<p class=\"how\">\(Self.markedUp($0))</p>" }.joined(separator: "\n"))
        </header>
        <main>
        \(groups.map(html(of:)).joined(separator: "\n"))
        \(footHTML)
        </main>
        </body>
        </html>

        """
    }

    /// A sentence with what is to be typed kept on one line.
    private static func markedUp(_ sentence: String) -> String {
        Markup.escaped(sentence)
            .replacing(#/publipost duplicates [a-z]+ (--automatic|[A-Z]+…?)/#) { "<code>\($0.output.0)</code>" }
    }

    private var originsHTML: String {
        originLines.isEmpty ? "" : "<h2>\(Markup.escaped(originsHeading))</h2>\n\(table(originLines))"
    }

    private var footHTML: String {
        var parts: [String] = []
        if let furtherLine { parts.append("<p>\(Markup.escaped(furtherLine))</p>") }
        if !settled.isEmpty {
            let pairs = settled.map { "\($0.one), \($0.other)" }.joined(separator: " · ")
            parts.append("<h2>\(words.say("Settled as not the same", "Décidés différents"))</h2>\n<p>\(pairs)</p>")
        }
        return parts.joined(separator: "\n")
    }

    private func table(_ lines: [(label: String, value: String)]) -> String {
        let rows = lines.map { line in
            let inner = line.label.hasPrefix(" ") ? " class=\"inner\"" : ""
            return
                "<tr><th scope=\"row\"\(inner)>\(Markup.escaped(line.label))</th><td>\(Markup.escaped(line.value))</td></tr>"
        }
        return "<table class=\"state\">\n\(rows.joined(separator: "\n"))\n</table>"
    }

    private func html(of group: Group) -> String {
        let code = group.found.code.text
        let kind = group.found.likeness == .same ? "same" : "check"
        return """
            <section class="\(kind)" id="\(code)">
            <h2><span class="code">\(code)</span> \(Markup.escaped(summary(of: group)))</h2>
            <p class="boxes">\(box(words.say("merge", "fusionner"), code)) \(box(words.say("not the same", "différents"), code))</p>
            \(sideBySide(group))
            \(group.pairs.map(html(of:)).joined(separator: "\n"))
            <p class="verdict">\(Markup.escaped(words.verdict(on: group)))</p>
            </section>
            """
    }

    private func box(_ label: String, _ code: String) -> String {
        "<label><input type=\"checkbox\"> \(Markup.escaped(label)) <b>\(code)</b></label>"
    }

    private func sideBySide(_ group: Group) -> String {
        let numbers = group.records.map { "<th scope=\"col\">\($0.number)</th>" }.joined()
        let kept = words.say("after merging", "après fusion")
        let head =
            "<tr><td></td>\(numbers)<th scope=\"col\" class=\"kept\">\(kept)\(words.colon)\(group.kept.survivor)</th></tr>"
        let body = rows(of: group).map { row in
            let cells = row.cells.map { "<td>\(Markup.escaped($0))</td>" }.joined()
            let mark = row.differs ? " class=\"differs\"" : ""
            let sign = row.differs ? "<span class=\"mark\" aria-hidden=\"true\">≠</span> " : ""
            return
                "<tr\(mark)><th scope=\"row\">\(sign)\(Markup.escaped(row.label))</th>\(cells)<td class=\"kept\">\(Markup.escaped(row.kept))</td></tr>"
        }
        return
            "<table class=\"records\">\n<thead>\(head)</thead>\n<tbody>\n\(body.joined(separator: "\n"))\n</tbody>\n</table>"
    }

    private func html(of pair: Pair) -> String {
        let found = pair.found
        let head =
            "\(found.one), \(found.other)\(words.colon)\(words.answer(found.likeness)), \(words.percent(found.probability))"
        return """
            <figure>
            <figcaption><b>\(Markup.escaped(head))</b> \(Markup.escaped(words.sentence(pair.evidence)))</figcaption>
            \(WeightChart(pair, words: words).svg)
            </figure>
            """
    }

    private static let style = """

        @page { size: A4; margin: 14mm }
        * { box-sizing: border-box }
        body { font: 10.5pt/1.4 Georgia, "Liberation Serif", serif; max-width: 60em; margin: 1.5em auto; padding: 0 1em; color: #222 }
        h1 { font-size: 1.5em; border-bottom: 2px solid #222; padding-bottom: .3em; overflow-wrap: anywhere }
        h2 { font-size: 1.05em; margin: 1.2em 0 .3em }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
        th { font-weight: normal; text-align: left }
        th, td { border-bottom: 1px solid #ddd; padding: .12em .6em .12em 0; vertical-align: top; overflow-wrap: anywhere }
        .state th { width: 45% }
        .state .inner { padding-left: 1.2em }
        .how { margin: .4em 0; color: #444 }
        section { border-top: 2px solid #222; margin-top: 1.6em; break-inside: avoid-page }
        section h2 { margin-top: .4em }
        .code, .boxes b { font-family: "Liberation Mono", monospace; letter-spacing: .06em }
        .boxes label { margin-right: 2.5em; white-space: nowrap }
        .boxes input { width: 1.1em; height: 1.1em; vertical-align: -.15em }
        code { font-family: "Liberation Mono", monospace; font-size: .9em; white-space: nowrap }
        .records { font-size: .94em }
        .records thead th { font-weight: bold }
        .records .kept { border-left: 2px solid #222; padding-left: .6em; background: #f3f3ee }
        .differs td { background: #fdf1d3 }
        .differs td.kept { background: #f3f3ee }
        .mark { color: #8a5a00; font-weight: bold }
        figure { margin: .7em 0; break-inside: avoid }
        figcaption { margin-bottom: .2em }
        svg { max-width: 100%; height: auto; display: block }
        .verdict { font-style: italic; margin: .4em 0 }
        @media print {
          header { break-after: page }
          body { margin: 0; padding: 0; max-width: none }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
        }

        """
}
