import Correspondence
import Merging
import Testing

@Suite struct TemplateTests {
    @Test func `a letter is merged from a page with fields, a section and a part`() throws {
        let house = House(values: ["lowest_price": .number(245)], name: "Camping des Dunes", town: "Saint-Malo")
        let fields = LetterFields(house: house)
        let shelf = TemplateShelf(
            part: { name throws(Problem) in
                name == "letterhead"
                    ? ("parts/letterhead.xhtml", Array("<header><p>{{house.name}}</p></header>".utf8)) : nil
            })
        let page = """
            <!DOCTYPE html>
            <html lang="fr">
              <head><title>Votre demande</title><meta name="geometry" content="nf"/></head>
              <body>
                {{> letterhead}}
                <p class="salutation">{{salutation}},</p>
                <p>Le {{request.received_on | date: "long"}}, vous&nbsp;nous avez écrit.</p>
                {{#client.animals}}<p>{{name}} est le <b>bienvenu</b>.</p>{{/client.animals}}
                <p>… à partir de {{house.lowest_price | money}} la semaine.</p>
              </body>
            </html>
            """
        let template = try Template(
            parsing: Array(page.utf8), file: "documentation.fr.xhtml", form: Letter.FormID(number: 1),
            fields: fields.catalogue, shelf: shelf, language: .french)
        var client = Client(number: 4711)
        client.title = "Mme"
        client.familyName = "Durand"
        let request = Request(client: 4711, kind: .documentation, receivedOn: CivilDate(year: 2026, month: 11, day: 18))
        let record = fields.record(
            client: client, with: .init(animals: [Animal(name: "Rex"), Animal(name: "Médor")]), request: request,
            today: CivilDate(year: 2026, month: 11, day: 19)!, language: .french)
        let letter = template.merge(record, client: 4711)
        #expect(
            text(of: letter) == """
                = Votre demande
                header
                Camping des Dunes
                .salutation Madame,
                Le 18 novembre 2026, vous\u{A0}nous avez écrit.
                Rex est le *bienvenu*.
                Médor est le *bienvenu*.
                … à partir de 245,00\u{A0}€ la semaine.
                """)
    }
}
