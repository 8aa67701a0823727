import Correspondence

/// The letters of the benchmark: about 210 words in four paragraphs, eight fields and one sentence on a condition, with
/// names that Latin-1 cannot write. Every name is invented from common parts.
struct SampleLetters {
    private static let familyNames = [
        "Martin", "Bernard", "Dupont", "Durand", "Lefèvre", "Dvořák", "Nguyễn", "Garçon", "Müller", "Peeters",
        "Janssen",
        "Őszi", "Łukaszewicz", "Señor", "O’Brien", "Cœurdassier", "Şahin", "Ivanović", "García", "Rossi", "Novák",
        "Öztürk",
        "Lacaze", "Peyrot", "Delaunay", "Mercier", "Blanchard", "Vandenberghe", "Kowalczyk", "Schröder", "Le Goff",
        "Hervé",
    ]
    private static let familyEndings = ["", "", "", "", "", "-Roux", "-Lopez", "-Petit", "-Žižka", "-Morel"]
    private static let givenNames = [
        "Élodie", "Jean", "Zoë", "François", "Hélène", "Ngọc", "Tomáš", "Anaïs", "Björn", "Chloé", "Ludovic", "Łucja",
        "Maëlys", "Noël", "Ottilie", "Pierre", "Quentin", "Renée", "Sofía", "Théo", "Ursula", "Víctor", "Willem",
        "Yaël",
    ]
    private static let streets = [
        "rue de la Mer", "avenue des Tilleuls", "chemin du Moulin", "place Verte", "Dorfstraße",
    ]
    private static let towns = ["Rennes", "Châteaudun", "Le Tréport", "Balma", "Sommières", "Saint-Étienne", "Orléans"]
    private static let months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"]

    private var state: UInt64

    init(seed: UInt64 = 1) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    private mutating func random(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(truncatingIfNeeded: state >> 33) % bound
    }

    /// Rank 1 twice as often as rank 2, and so on: names are not equally common.
    private mutating func zipf(_ names: [String]) -> String {
        let place = random(1_000_000)
        let share = Double(place) / 1_000_000
        return names[min(Int(Double(names.count) * share * share), names.count - 1)]
    }

    /// The fields of one letter, in the order of the text.
    struct Fields {
        var number: Int
        var civility: String
        var givenName: String
        var familyName: String
        var street: String
        var postcode: String
        var town: String
        var askedOn: String
        var nights: String
        var hasAnimal: Bool
    }

    mutating func fields(number: Int) -> Fields {
        Fields(
            number: number, civility: random(2) == 0 ? "Madame" : "Monsieur", givenName: zipf(Self.givenNames),
            familyName: zipf(Self.familyNames) + Self.familyEndings[random(Self.familyEndings.count)],
            street: "\(1 + random(240)) \(Self.streets[random(Self.streets.count)])",
            postcode: String(String(101_000 + random(890) * 10 * 10).dropFirst()), town: zipf(Self.towns),
            askedOn: "\(1 + random(28)) \(Self.months[random(Self.months.count)]) 2026", nights: "\(2 + random(20))",
            hasAnimal: random(3) == 0)
    }

    // MARK: Letters

    /// What the template says; the fields stand between.
    static let paragraphs: [[String]] = [
        [
            "Vous nous avez écrit le ", " pour recevoir notre documentation, et nous vous en remercions vivement, ",
            " ",
            ". Vous la trouverez jointe à cette lettre : le plan du camping, la description des emplacements et des "
                + "hébergements, nos tarifs de la saison et quelques idées de promenades au départ de nos sentiers.",
        ],
        [
            "Notre camping s’étend sur quatre hectares de pinède, à deux cents mètres de la plage, et n’accueille pas plus de "
                + "cent vingt familles à la fois. Les emplacements sont ombragés, séparés par des haies et raccordés à l’eau "
                + "comme à l’électricité ; les sanitaires ont été entièrement refaits l’hiver dernier. Une épicerie, un "
                + "dépôt de pain et une laverie vous évitent de reprendre la voiture pendant votre séjour."
        ],
        [
            "Pour un séjour de ", " nuits depuis ",
            ", nous vous conseillons de réserver avant la fin du mois de mars, car les semaines d’été se remplissent "
                + "rapidement. Un acompte de trente pour cent suffit à retenir votre emplacement ; le solde n’est dû qu’à votre "
                + "arrivée, et l’annulation reste gratuite jusqu’à trente jours avant celle-ci. ",
            "Vos animaux sont les bienvenus, tenus en laisse et vaccinés contre la rage. ",
            "Notre équipe se tient à votre disposition pour préparer ces vacances avec vous.",
        ],
        [
            "Dans l’attente du plaisir de vous accueillir parmi nous, nous restons joignables tous les jours de neuf heures à "
                + "dix-huit heures, et nous vous prions d’agréer, ", " ",
            ", l’expression de nos salutations les meilleures.",
        ],
    ]

    static func letter(_ fields: Fields, withPictures: Bool) -> Letter {
        let text = paragraphs
        let third: [Letter.Run] = [
            Letter.Run(text[2][0], key: 20), Letter.Run(fields.nights), Letter.Run(text[2][1], key: 21),
            Letter.Run(fields.town), Letter.Run(text[2][2], key: 22),
            Letter.Run(fields.hasAnimal ? text[2][3] : "", key: fields.hasAnimal ? 23 : 24),
            Letter.Run(text[2][4], key: 25),
        ]
        var body: [Letter.Block] = [
            .paragraph(
                Letter.Paragraph(
                    classes: ["salutation"],
                    runs: [
                        Letter.Run(fields.civility), Letter.Run(" ", key: 1), Letter.Run(fields.familyName),
                        Letter.Run(",", key: 2),
                    ])),
            .paragraph(
                Letter.Paragraph(runs: [
                    Letter.Run(text[0][0], key: 10), Letter.Run(fields.askedOn), Letter.Run(text[0][1], key: 11),
                    Letter.Run(fields.civility), Letter.Run(text[0][2], key: 12), Letter.Run(fields.familyName),
                    Letter.Run(text[0][3], key: 13),
                ])),
            .paragraph(Letter.Paragraph(runs: [Letter.Run(text[1][0], key: 15)], key: 100)),
            .paragraph(Letter.Paragraph(runs: third)),
            .paragraph(
                Letter.Paragraph(runs: [
                    Letter.Run(text[3][0], key: 30), Letter.Run(fields.civility), Letter.Run(text[3][1], key: 31),
                    Letter.Run(fields.familyName), Letter.Run(text[3][2], key: 32),
                ])),
            .paragraph(Letter.Paragraph(classes: ["closing"], runs: [Letter.Run("La direction", key: 40)], key: 101)),
        ]
        body.insert(letterhead(withPictures: withPictures), at: 0)
        if withPictures {
            body.append(.image(Letter.Image(source: "signature.png", classes: ["signature"], width: 45)))
        }
        return Letter(
            client: Int64(fields.number), form: .init(number: 1), language: .french,
            subject: Letter.Paragraph(runs: [Letter.Run("Votre demande de documentation", key: 50)], key: 102),
            addressLines: [
                "\(fields.civility) \(fields.givenName) \(fields.familyName)", fields.street,
                "\(fields.postcode) \(fields.town)",
            ], placeAndDate: "Saint-Malo, le 24 novembre 2026", referenceLine: "Notre référence : \(fields.number)",
            pieceCode: "A\(String(fields.number, radix: 36, uppercase: true))", body: body)
    }

    private static func letterhead(withPictures: Bool) -> Letter.Block {
        let lines: [Letter.Block] = [
            .paragraph(Letter.Paragraph(classes: ["house"], runs: [Letter.Run("Camping des Pins", key: 60)], key: 110)),
            .paragraph(
                Letter.Paragraph(
                    classes: ["small"],
                    runs: [Letter.Run("1 chemin de la Pinède, 35400 Saint-Malo\n02 61 91 00 00", key: 61)],
                    key: 111)),
        ]
        let logo: [Letter.Block] =
            withPictures ? [.image(Letter.Image(source: "logo.png", classes: ["logo"], height: 20))] : []
        return .group(Letter.Group(kind: .header, blocks: logo + lines, key: 120))
    }
}
