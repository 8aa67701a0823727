import Correspondence
import Merging
import Testing

/// The narrow spaces (U+202F, here `_`) that French sets before high marks, where an author typed none.
@Suite struct FrenchSpacesTests {
    private func merged(_ words: String, language: String = "fr", company: String = "Dupont & Fils; Cie") throws
        -> String
    {
        try MergingTests.merged("<p>\(words)</p>", [("company", company)], language: language)
            .replacing("\u{202F}", with: "_")
    }

    @Test(arguments: [
        ("Bonjour!", "Bonjour_!"), ("Été?!", "Été_?!"), ("oui; non", "oui_; non"), ("«Oui»", "«_Oui_»"),
        ("« Oui »", "« Oui »"), ("Bonjour !", "Bonjour !"),
        ("https://exemple.fr/?a=1;b=2", "https://exemple.fr/?a=1;b=2"),
        ("Prix: 12 €; net", "Prix_: 12 €_; net"), ("<b>Prix:</b> 12", "*Prix_:* 12"),
        ("<b>Prix</b>: 12", "*Prix*_: 12"),
        ("<b>Oui</b>!", "*Oui*_!"),
        ("les 12! (oui!) 5 %? «Ah»! 3 €! Quoi…?", "les 12_! (oui_!) 5 %_? «_Ah_»_! 3 €_! Quoi…_?"),
        ("<b>«</b>Oui<b>»</b>", "*«_*Oui*_»*"), ("<b>«</b> Oui", "*«* Oui"), ("Oui!<br/>Non", "Oui_!\nNon"),
        ("https://exemple.fr: ici", "https://exemple.fr_: ici"), ("a?b:c!d", "a?b:c!d"), ("!", "!"), ("?!", "?!"),
        ("à 12:30", "à 12:30"), ("R&amp;D", "R&D"), ("<b>Oui!</b> dit-il", "*Oui_!* dit-il"),
    ])
    func `a template's words get the spaces that French wants`(written: String, expected: String) throws {
        #expect(try merged(written) == expected)
    }

    @Test func `a value is printed as it is written, whatever marks it holds`() throws {
        #expect(try merged("Chère {{company}}!") == "Chère Dupont & Fils; Cie_!")
        #expect(try merged("{{company}}<b>: {{company}}?</b>") == "Dupont & Fils; Cie*_: **Dupont & Fils; Cie**_?*")
        #expect(try merged("Bonjour {{company}}!", company: "") == "Bonjour_!")
        #expect(try merged("Bonjour{{#company}} {{.}}{{/company}}!", company: "Luc: Fils") == "Bonjour Luc: Fils_!")
        #expect(try merged("Oui!{{#company}}Non?{{/company}}Si") == "Oui_!Non_?Si")
        #expect(try merged("https://exemple.fr/?{{company}}", company: "a") == "https://exemple.fr/?a")
        #expect(try merged("«{{company}}»", company: "Oui? Non!") == "«_Oui? Non!_»")
        #expect(try merged("{{company}} ; oui!", company: "«Ici»") == "«Ici» ; oui_!")
    }

    @Test func `what the house says is a value too`() throws {
        let house = House(name: "Bar; Tabac", town: "Annecy")
        let fields = LetterFields(house: house)
        let template = try Template(
            parsing: Array(page("<p>Venez: {{house.name}}!</p>", language: "fr").utf8), file: "x.fr.xhtml",
            form: .init(number: 1), fields: fields.catalogue, constants: fields.constants(), shelf: TemplateShelf())
        let record = fields.record(
            client: Client(), today: try #require(CivilDate(iso: "2026-11-24")), language: .french)
        #expect(text(of: template.merge(record)).contains("Bar; Tabac"))
    }

    @Test func `other languages get none`() throws {
        #expect(try merged("Hello! «Yes»; no?", language: "de") == "Hello! «Yes»; no?")
    }
}
