import Correspondence
import Mailing

/// The page on which a client is looked up: a field to type in, and the table of those whose name begins so.
struct ClientPages: Sendable {
    let language: MessageLanguage

    /// The whole page. It works without scripts: the form then sends itself.
    func page(text: String, found: [ClientLine]) -> String {
        frame(
            title: say("Clients", "Clients"),
            """
            <form action="/" role="search">
            <label for="q">\(say("Beginning of the name", "Début du nom"))</label>
            <input id="q" name="q" type="search" value="\(Markup.escaped(text))" autocomplete="off" autofocus>
            <noscript><button>\(say("Find", "Chercher"))</button></noscript>
            </form>
            <div id="found" aria-live="polite">
            \(table(text: text, found: found))
            </div>
            <script>\(Self.script)</script>
            """)
    }

    /// The table alone, for a page that is there already.
    func table(text: String, found: [ClientLine]) -> String {
        if text.isEmpty { return "" }
        guard !found.isEmpty else { return "<p>\(say("No name begins so.", "Aucun nom ne commence ainsi."))</p>" }
        let rows = found.map { client in
            let cells = [
                String(client.number), client.name, client.client.address.town ?? "", client.lastStay?.iso ?? "",
                client.plate ?? "",
            ]
            return "<tr>" + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
        }
        return """
            <table>
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    func problemPage(_ problem: Problem) -> String {
        frame(
            title: say("Something is in the way", "Quelque chose bloque"),
            "<pre>\(Markup.escaped(problem.text(in: language)))</pre>")
    }

    private var heads: [String] {
        [
            say("Number", "Numéro"), say("Name", "Nom"), say("Town", "Ville"), say("Last stay", "Dernier séjour"),
            say("Plate", "Plaque"),
        ]
    }

    private func say(_ english: String, _ french: String) -> String {
        Wording(en: english, fr: french).text(in: language)
    }

    private func frame(title: String, _ content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) – publipost</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <h1>\(title)</h1>
        \(content)
        </main>
        </body>
        </html>

        """
    }

    private static let style = """

        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; color: #1c2b2d; background: #f7f6f2 }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
        label { display: block; font-weight: 600 }
        input { font: inherit; font-size: 1.25rem; width: 100%; max-width: 28rem; padding: .4rem .6rem; box-sizing: border-box }
        table { border-collapse: collapse; width: 100%; margin-top: 1.5rem; background: #fff }
        th, td { text-align: left; padding: .4rem .7rem; border-bottom: 1px solid #d8d6cf }
        td:first-child { font-variant-numeric: tabular-nums }

        """

    /// Asks for the table at each key, and drops an answer that a later key has overtaken.
    private static let script = """

        const field = document.getElementById("q"), place = document.getElementById("found");
        let asked = 0;
        field.addEventListener("input", async () => {
          const mine = ++asked;
          const answer = await fetch("/clients?q=" + encodeURIComponent(field.value));
          const table = await answer.text();
          if (mine === asked) place.innerHTML = table;
        });

        """
}
