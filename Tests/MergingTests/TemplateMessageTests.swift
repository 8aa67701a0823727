import Correspondence
import Merging
import Testing

/// Every message whole, as it is printed.
@Suite struct TemplateMessageTests {
    private let office = FieldCatalogue.standard(for: House(name: "Camping des Dunes", town: "Saint-Malo"))

    @Test func `a field that does not exist is named with the nearest`() {
        let page = """
            <html lang="en">
            <head><title>Reminder</title></head>
            <body>
              <p>Dear {{client.givn_name}},</p>
            </body>
            </html>
            """
        #expect(
            message(page, fields: office) == """
                Templates/reminder.en.xhtml:4:13: there is no field "client.givn_name".
                    <p>Dear {{client.givn_name}},</p>
                              ^^^^^^^^^^^^^^^^
                  -> Write client.given_name, or list all fields with: publipost letter check --fields
                """)
        #expect(
            message(page, fields: office, in: .french) == """
                Templates/reminder.en.xhtml:4:13\u{A0}: il n’y a pas de champ «\u{A0}client.givn_name\u{A0}».
                    <p>Dear {{client.givn_name}},</p>
                              ^^^^^^^^^^^^^^^^
                  -> Écrivez client.given_name, ou listez tous les champs avec\u{A0}: publipost letter check --fields
                """)
    }

    @Test func `a column that does not exist is named with the list's columns`() {
        let text = message(page("<p>{{famly_name}}</p>"))
        #expect(
            text == """
                Templates/reminder.en.xhtml:4:6: there is no field "famly_name".
                    <p>{{famly_name}}</p>
                         ^^^^^^^^^^
                  -> Write family_name. The list's columns are: title, family_name, given_name, company, phone, street, \
                town, flag, Date d'arrivée, price.
                """)
    }

    @Test func `all problems are reported at once, in the order of the page`() {
        let text = message(
            page(
                """
                <p class="saluation">Dear {{name}},</p>
                <p>{{town | uper}} {{stay}} {{animals}} {{town | date: "long"}}</p>
                <blink>!</blink>
                <p style="x">{{stay.arrival | date: "d MMMMM"}}</p>
                """))
        #expect(
            text == """
                Templates/reminder.en.xhtml:4:11: there is no class "saluation".
                    <p class="saluation">Dear {{name}},</p>
                              ^^^^^^^^^
                  -> Write salutation.
                Templates/reminder.en.xhtml:4:29: there is no field "name".
                    <p class="saluation">Dear {{name}},</p>
                                                ^^^^
                  -> Write one of the list's columns: title, family_name, given_name, company, phone, street, town, \
                flag, Date d'arrivée, price.
                Templates/reminder.en.xhtml:5:13: there is no filter "uper".
                    <p>{{town | uper}} {{stay}} {{animals}} {{town | date: "long"}}</p>
                                ^^^^
                  -> Write upper.
                Templates/reminder.en.xhtml:5:22: "stay" is a group of fields, not one that can be printed.
                    <p>{{town | uper}} {{stay}} {{animals}} {{town | date: "long"}}</p>
                                         ^^^^
                  -> Write one of: stay.arrival, stay.amount, stay.children, stay.is_paid.
                Templates/reminder.en.xhtml:5:29: "animals" is a list, not a field that can be printed.
                    <p>{{town | uper}} {{stay}} {{animals}} {{town | date: "long"}}</p>
                                                ^^^^^^^^^^^
                  -> Write {{#animals}}…{{/animals}} around what is printed for each.
                Templates/reminder.en.xhtml:6:2: a letter has no element <blink>.
                    <blink>!</blink>
                     ^^^^^
                  -> Write one of: p, br, b, strong, i, em, u, span, h1, h2, h3, ul, ol, li, table, thead, tbody, tr, th, \
                td, img, hr, div, header, footer, address.
                Templates/reminder.en.xhtml:7:4: <p> has no attribute "style" in a letter.
                    <p style="x">{{stay.arrival | date: "d MMMMM"}}</p>
                       ^^^^^
                  -> Write one of: class.
                Templates/reminder.en.xhtml:7:31: "d MMMMM" is no form of a date.
                    <p style="x">{{stay.arrival | date: "d MMMMM"}}</p>
                                                  ^^^^^^^^^^^^^^^
                  -> Write "long", "short", or a pattern of d, dd, M, MM, MMMM, yy, yyyy, EEEE such as "d MMMM yyyy".
                """)
    }

    @Test func `a filter that does not fit its field is refused`() {
        #expect(
            message(page("<p>{{client.town | date: \"long\"}}</p>"), fields: office) == """
                Templates/reminder.en.xhtml:4:20: the filter "date" needs a date, which "client.town" is not.
                    <p>{{client.town | date: "long"}}</p>
                                       ^^^^^^^^^^^^
                  -> Write {{client.town}} without it.
                """)
    }

    @Test func `a field of a list outside its section is explained`() {
        #expect(
            message(page("<p>{{client.animals.name}}</p>"), fields: office) == """
                Templates/reminder.en.xhtml:4:6: "client.animals.name" lies in the list "client.animals".
                    <p>{{client.animals.name}}</p>
                         ^^^^^^^^^^^^^^^^^^^
                  -> Write {{#client.animals}}{{name}}{{/client.animals}}.
                """)
    }

    @Test func `a filter for the value comes first`() {
        #expect(
            message(page("<p>{{today | upper | date: \"short\"}}</p>"), fields: office) == """
                Templates/reminder.en.xhtml:4:22: the filter "date" comes after another.
                    <p>{{today | upper | date: "short"}}</p>
                                         ^^^^^^^^^^^^^
                  -> Write it directly after today.
                """)
    }

    @Test func `a section that is not closed in its element is refused`() {
        #expect(
            message(page("<p>{{#animals}}{{name}}</p>")) == """
                Templates/reminder.en.xhtml:4:4: the section "animals" is not closed inside <p>.
                    <p>{{#animals}}{{name}}</p>
                       ^^^^^^^^^^^^
                  -> Write {{/animals}} where it ends, in the same element.
                """)
        #expect(
            message(page("<p>{{/animals}}</p>")) == """
                Templates/reminder.en.xhtml:4:4: the section "animals" ends here, but does not begin inside <p>.
                    <p>{{/animals}}</p>
                       ^^^^^^^^^^^^
                  -> Write {{#animals}} where it begins, in the same element.
                """)
        #expect(
            message(page("<p>{{#animals}}{{#flag}}x{{/animals}}{{/flag}}</p>")).hasPrefix(
                """
                Templates/reminder.en.xhtml:4:29: the section "animals" ends here, but "flag" is the one that is open.
                    <p>{{#animals}}{{#flag}}x{{/animals}}{{/flag}}</p>
                                                ^^^^^^^
                  -> Write {{/flag}} where it ends, in the same element.
                """))
    }

    @Test func `a tag that does not end is refused`() {
        #expect(
            message(page("<p>Dear {{town <b>x</b></p>")) == """
                Templates/reminder.en.xhtml:4:9: a tag begins here and does not end before the next element.
                    <p>Dear {{town <b>x</b></p>
                            ^^
                  -> Write }} after the field's name.
                """)
    }

    @Test func `a part that is missing, wrong, or includes itself is refused in its place`() {
        #expect(
            message(page("{{> leterhead}}"), parts: ["letterhead": "<p>x</p>"]) == """
                Templates/reminder.en.xhtml:4:5: there is no part "leterhead" in the folder parts.
                    {{> leterhead}}
                        ^^^^^^^^^
                  -> Write {{> letterhead}}, or create parts/leterhead.xhtml.
                """)
        #expect(
            message(page("{{> a}}"), parts: ["a": "<p>one</p>\n{{> b}}", "b": "<div>{{> a}}</div>"]) == """
                Templates/parts/b.xhtml:1:10: the part "a" includes itself.
                    <div>{{> a}}</div>
                             ^
                  -> Take this tag out.
                """)
        #expect(
            message(page("{{> a}}"), parts: ["a": "<p>one\n</div>"]) == """
                Templates/parts/a.xhtml:2:1: </div> closes, but <p> of line 1 is still open.
                    </div>
                    ^^^^^^
                  -> Write </p> where it ends.
                """)
        #expect(message(page("{{> ../../etc/passwd}}"), parts: [:]).contains("there is no part"))
    }

    @Test func `a page without title, body or language is refused`() {
        #expect(
            message("<html>\n<head></head>\n</html>") == """
                Templates/reminder.en.xhtml:1:1: the page does not say its language.
                    <html>
                    ^^^^^^
                  -> Write <html lang="fr">.
                Templates/reminder.en.xhtml:1:1: there is no <title>, which is the letter's subject.
                    <html>
                    ^^^^^^
                  -> Write <title>…</title> inside <head>.
                Templates/reminder.en.xhtml:1:1: there is no <body>, so the letter has no text.
                    <html>
                    ^^^^^^
                  -> Write <body>…</body> after </head>.
                """)
    }

    @Test func `a language other than the file name's is refused`() {
        #expect(
            message(page("<p>x</p>", language: "fr"), language: .english) == """
                Templates/reminder.en.xhtml:1:13: the page says that its language is "fr", the file's name says "en".
                    <html lang="fr">
                                ^^
                  -> Write lang="en", or rename the file.
                """)
    }

    @Test func `an unknown geometry is refused with the nearest`() {
        let page = """
            <html lang="en">
            <head><title>x</title><meta name="geometry" content="dinb"/></head>
            <body><p>x</p></body>
            </html>
            """
        #expect(
            message(page) == """
                Templates/reminder.en.xhtml:2:54: there is no geometry "dinb".
                    <head><title>x</title><meta name="geometry" content="dinb"/></head>
                                                                         ^^^^
                  -> Write din-b.
                """)
    }

    /// A page of a geometry that shows no body.
    private func sheet(_ geometry: String, _ body: String) -> String {
        "<html lang=\"en\"><head><title>x</title><meta name=\"geometry\" content=\"\(geometry)\"/></head>\n"
            + "<body>\(body)</body></html>"
    }

    @Test func `words that an envelope or a label would not show are refused`() {
        #expect(
            message(sheet("dl", "<header><p>Camping</p></header>\n<p>Bonjour {{town}}</p>")) == """
                Templates/reminder.en.xhtml:3:2: "dl" is an envelope: it shows the address and a <header>, nothing else.
                    <p>Bonjour {{town}}</p></body></html>
                     ^
                  -> Take this out, put it into <header>, or choose the geometry of a letter, such as nf.
                """)
        #expect(
            message(sheet("labels-3x8", "\n{{#town}}{{town}}{{/town}}"), in: .french) == """
                Templates/reminder.en.xhtml:3:10\u{A0}: «\u{A0}labels-3x8\u{A0}» est une planche d’étiquettes\u{A0}: elles \
                portent l’adresse, rien d’autre.
                    {{#town}}{{town}}{{/town}}</body></html>
                             ^^^^^^^^
                  -> Enlevez ceci, ou choisissez la géométrie d’une lettre, par exemple nf.
                """)
        #expect(
            message(sheet("labels-2x7", "<header><p>Camping</p></header>")).hasPrefix(
                "Templates/reminder.en.xhtml:2:8: \"labels-2x7\" is a sheet of labels"))
        #expect(message(sheet("c5", "Bonjour")).hasPrefix("Templates/reminder.en.xhtml:2:1: \"c5\" is an envelope"))
        #expect(message(sheet("c6", " {{! nothing }} <header><p>Camping</p></header> ")) == "")
        #expect(message(sheet("labels-2x7", " \n ")) == "")
    }

    @Test func `a picture that is not there is refused`() {
        #expect(
            message(page("<img class=\"signature\" src=\"images/sign.png\" alt=\"\"/>"), images: []) == """
                Templates/reminder.en.xhtml:4:29: there is no image "images/sign.png" in the template folder.
                    <img class="signature" src="images/sign.png" alt=""/>
                                                ^^^^^^^^^^^^^^^
                  -> Put the file there, or correct its name.
                """)
    }

    @Test func `an element in the wrong place is refused`() {
        #expect(
            message(page("<p>One<p>two</p></p>")) == """
                Templates/reminder.en.xhtml:4:8: <p> cannot stand inside <p>.
                    <p>One<p>two</p></p>
                           ^
                  -> Close <p> before it.
                """)
        #expect(message(page("<li>x</li>")).contains("<li> cannot stand inside <body>.\n"))
        #expect(message(page("<table><tr>{{#flag}}<td>x</td>{{/flag}}</tr></table>")).contains("between the cells"))
    }

    @Test func `three braces and an ampersand tag are refused`() {
        #expect(message(page("<p>{{{town}}}</p>")).contains("tags with three braces"))
        #expect(message(page("<p>{{town | default}}</p>")).contains("does not say what to print"))
        #expect(message(page("<p>{{ }}</p>")).contains("this tag names no field."))
        #expect(message(page("<img src=\"{{town}}\" alt=\"\"/>")).contains("a field cannot stand in an attribute."))
    }
}
