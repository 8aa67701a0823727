import Testing

/// Whole texts: what a clerk writes, the values, the letter. `\n` in the letter is a line break inside a paragraph.
@Test(arguments: MergingCase.read(cases))
func `the letter says`(_ example: MergingCase) throws {
    let letter = try merged(example.body, example.values)
    #expect(shown(letter) == shown(example.expected))
}

/// No-break spaces as `⍽` (U+00A0) and `⌇` (U+202F), so that they can be told apart.
private func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: "⍽").replacing("\u{202F}", with: "⌇")
}

private let cases = #"""

    --- an empty title leaves no double space ---
    <p>Dear {{title}} {{family_name}},</p>
    with
    family_name=Durand
    gives
    Dear Durand,
    --- an empty name before a comma leaves no space ---
    <p>Dear {{title}} {{family_name}}, welcome</p>
    with
    title=Mr
    gives
    Dear Mr, welcome
    --- a paragraph whose only field is empty disappears ---
    <p>One</p><p>{{phone}}</p><p>Two</p>
    with
    gives
    One
    Two
    --- a paragraph with a word of its own stays though its field is empty ---
    <p>Telephone: {{phone}}</p>
    with
    gives
    Telephone:
    --- punctuation alone does not keep a line ---
    <p>{{town}} ({{phone}}) –, {{street}}</p><p>End</p>
    with
    gives
    End
    --- an empty line of an address goes, the others stay ---
    <p>{{company}}<br/>{{street}}<br/>{{town}}</p>
    with
    company=Acme
    town=Bath
    gives
    Acme
    Bath
    --- an empty first line leaves no blank line ---
    <p>{{company}}<br/>{{street}}<br/>{{town}}</p>
    with
    town=Bath
    gives
    Bath
    --- one blank field does not take its paragraph away ---
    <p>We write to you.<br/>{{phone}}<br/>Yours</p>
    with
    gives
    We write to you.
    Yours
    --- a blank line of the template's own stays ---
    <p>One<br/><br/>Two</p>
    with
    gives
    One

    Two
    --- a break at the end of a paragraph prints nothing ---
    <p>One<br/></p>
    with
    gives
    One
    --- a list item without its field goes, and a list without items too ---
    <ul><li>{{phone}}</li><li>{{town}}</li></ul><ul><li>{{phone}}</li></ul>
    with
    town=Bath
    gives
    - Bath
    --- a group of which nothing is left goes ---
    <div class="sender"><p>{{phone}}</p></div><p>End</p>
    with
    gives
    End
    --- styles meet without losing a space ---
    <p>A <b>bold <i>both</i></b> and <u>line</u>.</p>
    with
    gives
    A *bold *_*both*_ and ~line~.
    --- space around an element collapses as in a browser ---
    <p>  A
        b <b> c</b>   d  </p>
    with
    gives
    A b *c* d
    --- no-break spaces stay as typed ---
    <p>Prix&nbsp;: 12&#8239;000 «&nbsp;net&nbsp;»</p>
    with
    gives
    Prix⍽: 12⌇000 «⍽net⍽»
    --- a list prints once for each item ---
    {{#animals}}<p>{{name}} is a {{species}}.</p>{{/animals}}
    with
    animal=Rex,dog
    animal=Tom,cat
    gives
    Rex is a dog.
    Tom is a cat.
    --- inside a list, names further out are found ---
    <p>{{#animals}}{{name}} of {{family_name}}; {{/animals}}</p>
    with
    family_name=Durand
    animal=Rex
    animal=Tom
    gives
    Rex of Durand; Tom of Durand;
    --- lists lie in lists ---
    <ul>{{#animals}}<li>{{name}}: {{#toys}}({{.}}){{/toys}}</li>{{/animals}}</ul>
    with
    animal=Rex,dog,ball,bone
    animal=Tom,cat,mouse
    gives
    - Rex: (ball)(bone)
    - Tom: (mouse)
    --- an empty list takes its inverted section ---
    <p>{{#animals}}{{name}}{{/animals}}{{^animals}}No animals.{{/animals}}</p>
    with
    gives
    No animals.
    --- a section over a text prints where it is there ---
    <p>Hello{{#phone}}, we call {{.}}{{/phone}}.</p>
    with
    phone=555
    gives
    Hello, we call 555.
    --- nought, no, non and false are false in a list ---
    <p>{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}</p>
    with
    flag=Non
    gives
    no
    --- anything else is true ---
    <p>{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}</p>
    with
    flag=x
    gives
    yes
    --- a record that the letter has not is false ---
    <p>A{{#stay}} stay from {{arrival}}{{/stay}}{{^stay}} letter{{/stay}}</p>
    with
    gives
    A letter
    --- a record's fields are found inside its section ---
    <p>{{#stay}}From {{arrival | date: "short"}}, {{amount}}, {{stay.children}} children.{{/stay}}</p>
    with
    arrival=2026-07-04
    amount=1234567
    children=2
    gives
    From 04/07/2026, €12,345.67, 2 children.
    --- dates and amounts of a list are read ---
    <p>{{Date d'arrivée | date: "EEEE d MMMM yyyy"}}: {{price | money}} or {{price | number}}</p>
    with
    Date d'arrivée=18/11/2026
    price=1 234,50
    gives
    Wednesday 18 November 2026: €1,234.50 or 1,234.5
    --- what is no date is printed as it is written ---
    <p>{{Date d'arrivée | date}}</p>
    with
    Date d'arrivée=in summer
    gives
    in summer
    --- capitals, small letters, and words for an empty field ---
    <p>{{town | upper}} {{given_name | lower}} {{phone | default: "no telephone"}}</p>
    with
    town=Münster
    given_name=ÉLODIE
    gives
    MÜNSTER élodie no telephone
    --- a flag is answered in words ---
    <p>Paid: {{stay.is_paid}}</p>
    with
    is_paid=yes
    gives
    Paid: yes
    --- values are data ---
    <p>{{company}}</p><p>{{family_name}}</p>
    with
    company=<b>{{town}}</b> & Söhne {{/x}}
    family_name=</p>&amp;{{> part}}
    gives
    <b>{{town}}</b> & Söhne {{/x}}
    </p>&amp;{{> part}}
    --- a table repeats its heads and leaves empty rows out ---
    <table><tr><th>Name</th><th>Kind</th></tr>{{#animals}}<tr><td>{{name}}</td><td>{{species}}</td></tr>{{/animals}}<tr><td>{{phone}}</td><td>{{street}}</td></tr></table>
    with
    animal=Rex,dog
    gives
    || Name | Kind
    | Rex | dog
    --- headings, a rule and a picture stand on their own ---
    <h2>For {{town}}</h2><hr/><img src="a.png" alt=""/>
    with
    town=Bath
    gives
    ## For Bath
    ---
    [a.png]
    --- loose text is a paragraph ---
    Dear {{family_name}}, <p>hello</p> bye
    with
    family_name=Durand
    gives
    Dear Durand,
    hello
    bye
    --- a comment prints nothing, also with a line break in it ---
    <p>12{{! a
    comment }}34</p>
    with
    gives
    1234
    --- a name with a full stop and accents is found as it stands ---
    <p>{{ Date d'arrivée }}</p>
    with
    Date d'arrivée=4 July
    gives
    4 July
    """#
