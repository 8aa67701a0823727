import Correspondence

/// Letters of every kind, for checks that hold for all of them and for looking at.
enum Gallery {
    static let foreignAddress = [
        "FAMILIE VAN DEN BERGHE JANSSENS", "p/a Vakantiepark De Wilde Kust", "Gebouw Noordzee, 3de verdieping",
        "Koningin Astridlaan 245 bus 12", "Oosterwijk-aan-Zee", "8670 KOKSIJDE", "BELGIQUE",
    ]

    static let header: Letter.Block = .group(
        Letter.Group(
            kind: .header, classes: ["letterhead"],
            blocks: [
                Samples.paragraph("Camping des Pins", classes: ["house"]),
                Samples.paragraph(
                    "1 chemin de la Pinède · 35400 Saint-Malo\n02 61 91 00 00 · camping@example.org", classes: ["small"]
                ),
            ]))

    static let footer: Letter.Block = .group(
        Letter.Group(
            kind: .footer,
            blocks: [
                Samples.paragraph(
                    "Camping des Pins, SARL au capital de 8 000 €, RCS Saint-Malo 000 000 000. Vous ne souhaitez plus recevoir nos "
                        + "courriers ? Écrivez-nous, nous vous retirerons de notre fichier.")
            ]))

    static let everything: [Letter.Block] = [
        header,
        Samples.paragraph("Madame Dvořák,", classes: ["salutation"]),
        Samples.paragraph(Samples.lorem, key: 3),
        .heading(level: 1, Letter.Paragraph(runs: [Letter.Run("Votre séjour")])),
        .paragraph(
            Letter.Paragraph(runs: [
                Letter.Run("Un mot en "), Letter.Run("gras", style: .bold), Letter.Run(", un en "),
                Letter.Run("italique", style: .italic), Letter.Run(", un "),
                Letter.Run("souligné deux fois", style: .underline), Letter.Run(" et un en "),
                Letter.Run("gras italique", style: [.bold, .italic]),
                Letter.Run(" ; puis des lettres rares : Œ ř ễ ł Ω Я « citation » et 12\u{202F}345,67\u{A0}€."),
            ])),
        .heading(level: 2, Letter.Paragraph(runs: [Letter.Run("À emporter")])),
        .list(
            Letter.List(
                ordered: false,
                items: [
                    [Samples.paragraph("des chaussures de marche")],
                    [
                        Samples.paragraph(
                            "une lampe de poche, car les allées du fond ne sont pas éclairées la nuit et la pinède est profonde"
                        )
                    ],
                ])),
        .list(Letter.List(ordered: true, items: [[Samples.paragraph("arriver")], [Samples.paragraph("s’installer")]])),
        .rule,
        Samples.paragraph("Bien à vous,", classes: ["closing"]),
        Samples.paragraph("La direction", classes: ["right"]),
        footer,
    ]

    static func invoice(rows: Int) -> [Letter.Block] {
        func cell(_ text: String, isHead: Bool = false, columns: Int = 1, classes: [String] = []) -> Letter.Cell {
            Letter.Cell(
                isHead: isHead, columns: columns, content: Letter.Paragraph(classes: classes, runs: [Letter.Run(text)]))
        }
        var table: [[Letter.Cell]] = [
            [
                cell("Désignation", isHead: true), cell("Quantité", isHead: true), cell("Prix", isHead: true),
                cell("Montant", isHead: true),
            ]
        ]
        for row in 0..<rows {
            table.append([
                cell(
                    row % 7 == 3
                        ? "Location de bicyclette, à la journée, casque et antivol compris, retour avant dix-neuf heures"
                        : "Jeton de laverie no \(row + 1)"),
                cell("\(row % 5 + 1)"), cell("4,50 €"), cell("\((row % 5 + 1) * 4),\(row % 2 == 0 ? "50" : "00") €"),
            ])
        }
        table.append([cell("Total", columns: 3, classes: ["total"]), cell("1\u{202F}234,50 €", classes: ["total"])])
        return [
            header, Samples.paragraph("Madame,", classes: ["salutation"]), Samples.paragraph(Samples.lorem),
            .table(Letter.Table(headRows: 1, rows: table)),
            Samples.paragraph("Avec nos remerciements,", classes: ["closing"]),
            Samples.paragraph("La direction"), footer,
        ]
    }

    /// Name and letters of each file of the gallery.
    static let files: [(name: String, letters: [Letter])] =
        ["nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4"].map { geometry in
            (geometry, [Samples.letter(geometry: geometry, body: everything, address: foreignAddress)])
        } + [
            (
                "labels-3x8",
                (0..<26).map {
                    Samples.letter(
                        geometry: "labels-3x8", address: ["Madame \($0) Roux", "1 RUE HAUTE", "35400 SAINT MALO"])
                }
            ),
            (
                "labels-2x7",
                (0..<14).map {
                    Samples.letter(geometry: "labels-2x7", address: foreignAddress.dropLast($0 % 4).map { $0 })
                }
            ),
            ("invoice", [Samples.letter(body: invoice(rows: 50))]),
            (
                "long",
                [
                    Samples.letter(
                        body: [header] + (0..<12).map { _ in Samples.paragraph(Samples.lorem + " " + Samples.lorem) }
                            + [Samples.paragraph("La direction", classes: ["closing"])])
                ]
            ),
            ("eight-lines", [Samples.letter(address: foreignAddress + ["ROYAUME DE BELGIQUE"])]),
        ]
}
