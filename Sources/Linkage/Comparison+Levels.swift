import Correspondence

// The levels of each comparison, and what is believed of them before any list: from experience with client files (a tenth of
// all second records are made after a move, a fifth carry another telephone), never from one file. The list corrects them.
extension Comparison {
    private static func level(
        _ m: Double, _ h: Double, _ words: Wording, _ chance: Chance = .byValue, scene: Int = 1, u: Double? = nil,
        most: Double = 1, least: Double = 0
    ) -> Level {
        Level(m: m, h: h, scene: scene, chance: chance, u: u, mostM: most, leastH: least, words: words)
    }

    private static let missing = level(1, 1, .missing, .neutral, scene: 0)

    static let familyLevels = [
        missing, level(0.80, 0.75, .same, least: 0.3), level(0.03, 0.01, .sameButSpelling), level(0.08, 0.015, .alike),
        level(0.02, 0.02, .samePart), level(0.02, 0.01, .farAlike), level(0.003, 0.002, .initial),
        level(0.047, 0.191, .differs),
    ]
    static let givenLevels = [
        missing, level(0.74, 0.006, .same), level(0.01, 0.001, .sameButSpelling), level(0.07, 0.005, .alike),
        level(0.04, 0.01, .samePart), level(0.02, 0.03, .farAlike), level(0.03, 0.02, .initial),
        level(0.05, 0.916, .differs, most: 0.02), level(0.01, 0.01, .twoNamesAlike),
        level(0.03, 0.003, .otherForm),
    ]
    /// Either class writes a name crosswise now and then, so it says nothing between them, but costs against strangers.
    static let orderLevels = [missing, level(0.97, 0.97, .sameOrder), level(0.03, 0.03, .crossed)]
    /// Scene 1: a given name is missing or an initial; 2: both are the same; 3: they are alike; 4: they differ.
    static let sexLevels = [
        missing, level(0.98, 0.35, .same, .drawn, u: 0.5), level(0.02, 0.65, .differs, .drawn, u: 0.5, most: 0.05),
        level(0.985, 0.9, .same, scene: 2), level(0.015, 0.1, .differs, scene: 2, most: 0.05),
        level(0.98, 0.6, .same, scene: 3), level(0.02, 0.4, .differs, scene: 3, most: 0.05),
        level(0.93, 0.35, .same, .drawn, scene: 4, u: 0.5),
        level(0.07, 0.65, .differs, .drawn, scene: 4, u: 0.5, most: 0.1),
    ]
    /// A date typed wrong keeps most of its digits; one a generation away is the father's or the son's.
    static let birthLevels = [
        missing, level(0.86, 0.01, .same), level(0.015, 0.0005, .dayMonthSwapped, .drawn, u: 0.0001),
        level(0.05, 0.003, .oneDigit, .drawn, u: 0.001), level(0.02, 0.006, .onePart, .drawn, u: 0.005),
        level(0.015, 0.03, .twoDigits, .drawn, u: 0.01), level(0.006, 0.5, .generation, .drawn, u: 0.55, most: 0.003),
        level(0.022, 0.4365, .differs, .drawn, u: 0.42, most: 0.05), level(0.9, 0.03, .sameYear, .drawn, scene: 2, u: 0.015),
        level(0.1, 0.97, .differs, .drawn, scene: 2), level(0.01, 0.02, .nearInTime, .drawn, u: 0.01),
        level(0.004, 0.002, .sameDayGeneration, .drawn, u: 0.0015),
        level(0.01, 0.001, .oneDigitGeneration, .drawn, u: 0.0004),
    ]
    static let phoneLevels = [
        missing, level(0.82, 0.45, .same, least: 0.18), level(0.04, 0.005, .oneDigit), level(0.02, 0.005, .sameEnding),
        level(0.12, 0.54, .differs),
    ]
    static let emailLevels = [
        missing, level(0.75, 0.3, .same, least: 0.12), level(0.06, 0.02, .sameMailbox), level(0.07, 0.1, .alike),
        level(0.12, 0.58, .differs),
        level(1, 1, .impliedByNames, .neutral, scene: 0),
    ]
    /// Scene 1: the company of persons; 2: of two firms that no person stands for. To a household of theirs correspond the branches
    /// of one firm: they share name, telephone and mailbox, and have each their own house.
    static let companyLevels =
        plainLevels(m: (0.75, 0.15), h: (0.5, 0.05)) + [
            level(0.72, 0.75, .same, scene: 2, least: 0.3), level(0.18, 0.1, .alike, scene: 2),
            level(0.06, 0.05, .samePart, scene: 2), level(0.04, 0.1, .differs, scene: 2),
        ]
    static let mailGivenLevels = [missing, level(0.9, 0.2, .same), level(0.1, 0.8, .differs)]
    static let sourceLevels = [missing, level(0.5, 0.5, .same, .drawn), level(0.5, 0.5, .differs, .drawn)]

    static func plainLevels(m: (Double, Double), h: (Double, Double)) -> [Level] {
        [
            missing, level(m.0, h.0, .same), level(m.1, h.1, .alike, .drawn, u: 0.005),
            level(1 - m.0 - m.1, 1 - h.0 - h.1, .differs, .drawn),
        ]
    }

    /// See ``Standing``.
    static let standingLevels: [Level] = {
        let rivals: [Wording] = [.noRival, .weakRival, .oneRival, .weakRivals, .oneRival, .twoRivals]
        let (m, h) = ([0.7, 0.08, 0.05, 0.02, 0.01, 0.01], [0.4, 0.1, 0.2, 0.05, 0.08, 0.15])
        let alone = (0..<6).map { level(m[$0], h[$0], rivals[$0], .learned, u: h[$0]) }
        let supported = (0..<6).map {
            level(m[$0] * 0.15, h[$0] * 0.02, .both(.thirdRecord, rivals[$0]), .learned, u: h[$0] * 0.02)
        }
        return [missing] + alone + supported
    }()

    /// A mixture of "still at home there" and "moved": streets and towns change together.
    static let homeLevels: [Level] = {
        let streets: [Wording] = [.noStreet, .sameStreet, .streetAlike, .otherNumber, .otherStreet]
        let towns: [Wording] = [.noTown, .sameTown, .townInPart, .townAlike, .otherTown]
        let (stayStreet, goStreet) = ([0.8, 0.12, 0.05, 0.03], [0.005, 0.005, 0.01, 0.98])
        let (stayTown, goTown) = ([0.86, 0.1, 0.03, 0.01], [0.15, 0.05, 0.02, 0.78])
        func chance(_ moved: Double, _ street: Int, _ town: Int) -> Double {
            let stay = (street == 0 ? 1 : stayStreet[street - 1]) * (town == 0 ? 1 : stayTown[town - 1])
            let go = (street == 0 ? 1 : goStreet[street - 1]) * (town == 0 ? 1 : goTown[town - 1])
            return (1 - moved) * stay + moved * go
        }
        let ofPersons = (0..<25).map { place in
            let (street, town) = (place / 5, place % 5)
            if place == 0 { return missing }
            let scene = street == 0 ? 2 : town == 0 ? 3 : 1
            return level(
                chance(0.1, street, town), chance(0.1, street, town), .both(streets[street], towns[town]), scene: scene)
        }
        let words: [Wording] = [.sameStreet, .streetAlike, .otherHouse, .otherTown]
        let (m, h, most) = ([0.78, 0.12, 0.05, 0.05], [0.03, 0.02, 0.2, 0.75], [1, 1, 0.08, 0.06])
        let ofFirms = (0..<4).map {
            level(m[$0], h[$0], words[$0], scene: 4, most: most[$0], least: $0 == 3 ? 0.3 : 0)
        }
        return ofPersons + ofFirms + [
            level(0.9, 0.15, .same, scene: 5), level(0.1, 0.85, .differs, scene: 5, most: 0.1),
        ]
    }()
}

extension Wording {
    static let missing = Wording(en: "not known", fr: "inconnu")
    static let same = Wording(en: "same", fr: "identique")
    static let sameButSpelling = Wording(en: "same, spelled otherwise", fr: "identique, écrit autrement")
    static let alike = Wording(en: "sounds or looks alike", fr: "se ressemble, à l'oreille ou à l'œil")
    static let samePart = Wording(en: "one part is the same", fr: "une partie est identique")
    static let farAlike = Wording(en: "somewhat alike", fr: "se ressemble un peu")
    static let initial = Wording(en: "same initial", fr: "même initiale")
    static let differs = Wording(en: "differs", fr: "diffère")
    static let noRival = Wording(en: "neither has a likelier partner", fr: "aucun n'a de partenaire plus probable")
    static let weakRival = Wording(en: "one has another possible partner", fr: "l'un a un autre partenaire possible")
    static let weakRivals = Wording(
        en: "both have other possible partners", fr: "les deux ont d'autres partenaires possibles")
    static let oneRival = Wording(en: "one has a sure partner elsewhere", fr: "l'un a un partenaire sûr ailleurs")
    static let twoRivals = Wording(
        en: "both have sure partners elsewhere", fr: "les deux ont des partenaires sûrs ailleurs")
    static let thirdRecord = Wording(en: "a third record resembles both", fr: "une troisième fiche ressemble aux deux")
    static let otherForm = Wording(en: "another form of the name", fr: "autre forme du prénom")
    static let twoNamesAlike = Wording(en: "two names that are alike", fr: "deux prénoms qui se ressemblent")
    static let oneDigitGeneration = Wording(
        en: "one digit differs, or a generation", fr: "un chiffre diffère, ou une génération")
    static let sameDayGeneration = Wording(
        en: "same day and month, a generation apart", fr: "mêmes jour et mois, une génération d'écart")
    static let sameOrder = Wording(
        en: "family and given name in the same order", fr: "nom et prénom dans le même ordre")
    static let impliedByNames = Wording(en: "mailbox made of the name", fr: "boîte faite du nom")
    static let nearInTime = Wording(en: "close in time", fr: "proche dans le temps")
    static let crossed = Wording(en: "family and given name exchanged", fr: "nom et prénom inversés")
    static let dayMonthSwapped = Wording(en: "day and month exchanged", fr: "jour et mois inversés")
    static let oneDigit = Wording(en: "one digit differs", fr: "un chiffre diffère")
    static let onePart = Wording(
        en: "two of day, month and year are the same", fr: "deux parties de la date sont identiques")
    static let twoDigits = Wording(en: "two digits differ", fr: "deux chiffres diffèrent")
    static let generation = Wording(en: "a generation apart", fr: "une génération d'écart")
    static let sameYear = Wording(en: "same year", fr: "même année")
    static let sameEnding = Wording(en: "same ending", fr: "même fin")
    static let sameMailbox = Wording(
        en: "same mailbox name, other provider", fr: "même nom de boîte, autre fournisseur")
    static let noStreet = Wording(en: "street not known", fr: "rue inconnue")
    static let sameStreet = Wording(en: "same house", fr: "même maison")
    static let streetAlike = Wording(en: "nearly the same house", fr: "presque la même maison")
    static let otherNumber = Wording(en: "same street, other number", fr: "même rue, autre numéro")
    static let otherHouse = Wording(en: "another house of the town", fr: "une autre adresse de la ville")
    static let otherStreet = Wording(en: "street differs", fr: "rue différente")
    static let noTown = Wording(en: "town not known", fr: "ville inconnue")
    static let sameTown = Wording(en: "same town", fr: "même ville")
    static let townInPart = Wording(en: "postcode or town the same", fr: "code postal ou ville identique")
    static let townAlike = Wording(en: "town alike", fr: "ville ressemblante")
    static let otherTown = Wording(en: "other town", fr: "autre ville")

    static func both(_ a: Wording, _ b: Wording) -> Wording {
        Wording(en: a.english + ", " + b.english, fr: a.french + ", " + b.french)
    }
}
