import Correspondence
import Testing

/// Whole blocks, as they are printed in the window.
@Suite struct PostalLabelTests {
    @Test func `a person in France is written in three lines`() {
        #expect(
            label(
                title: "M.", given: "Paul-Henri", family: "Kermarrec", street: "21, rue de Gouesnou", "29850",
                "Gouesnou")
                    == """
                    M. Paul-Henri Kermarrec
                    21 RUE DE GOUESNOU
                    29850 GOUESNOU
                    """)
    }

    @Test func `the last three lines in France are capitals without accents, letters, digits and spaces`() {
        #expect(
            label(
                title: "MME", given: "Noéline", family: "Pélissier", complement: "Bât. A, apt 3",
                building: "Rés. L’Écrin",
                street: "18 bis, boulevard du Maréchal-Joffre", locality: "Lieu-dit « Le Pré d'Œuf »", "59700",
                "Marcq-en-Barœul") == """
                    Mme Noéline Pélissier
                    Bât. A, apt 3
                    Rés. L’Écrin
                    18 BIS BOULEVARD DU MARECHAL JOFFRE
                    LIEU DIT LE PRE D OEUF
                    59700 MARCQ EN BAROEUL
                    """)
    }

    @Test func `a firm stands above the person in it`() {
        #expect(
            label(
                title: "Mme", given: "Élodie", family: "Ravier", company: "CSE Plasturgie du Haut-Bugey",
                street: "Rue du Peigne", "01460", "Nurieux-Volognat") == """
                    CSE Plasturgie du Haut-Bugey
                    Mme Élodie Ravier
                    RUE DU PEIGNE
                    01460 NURIEUX VOLOGNAT
                    """)
    }

    @Test(arguments: [
        ("M. et Mme", "Pierre", "Durand", "M. et Mme Pierre Durand"), ("Famille", "Pierre", "Durand", "Famille Durand"),
        ("Herr", "Max", "Müller", "Herrn Max Müller"), ("Dhr", "Harm", "Akker, van den", "Dhr. Harm van den Akker"),
        ("Herr Dr.", "Max", "Müller", "Herrn Dr. Max Müller"), ("Mr.", "Paul", "Durand", "M. Paul Durand"),
        ("", "Keith", "Ormerod", "Keith Ormerod"), ("Contessa", "Ada", "Rossi", "Contessa Ada Rossi"),
        ("M.", "Jean-Christophe Marie", "Delaunay de la Rochefoucauld", "M. J.-C. M. Delaunay de la Rochefoucauld"),
        ("M.", "Jean-Baptiste Emmanuel", "de La Rochefoucauld", "M. J.-B. E. de La Rochefoucauld"),
    ])
    func `the name line has title and names right`(title: String, given: String, family: String, expected: String) {
        #expect(
            label(title: title, given: given, family: family, street: "1 rue", "35000", "Rennes").hasPrefix(
                expected + "\n"))
    }

    @Test(arguments: [
        ("NL", "Stationsweg 21", "6711pj", "Ede", "Stationsweg 21\n6711 PJ  EDE\nPAYS-BAS"),
        ("DE", "Aachener Straße 300", "50931", "Köln", "Aachener Straße 300\n50931 KÖLN\nALLEMAGNE"),
        ("BE", "Rue Neuve 12", "1000", "Bruxelles", "Rue Neuve 12\n1000 BRUXELLES\nBELGIQUE"),
        ("CH", "Rue du Lac 4", "1201", "Genève", "Rue du Lac 4\n1201 GENÈVE\nSUISSE"),
        ("AT", "Ring 1", "1010", "Wien", "Ring 1\n1010 WIEN\nAUTRICHE"),
        ("LU", "Grand-Rue 3", "1660", "Luxembourg", "Grand-Rue 3\n1660 LUXEMBOURG\nLUXEMBOURG"),
        ("ES", "Calle Mayor 5", "28013", "Madrid", "Calle Mayor 5\n28013 MADRID\nESPAGNE"),
        ("IT", "Via Roma 1", "00184", "Roma RM", "Via Roma 1\n00184 ROMA RM\nITALIE"),
        ("GB", "12 Duke Street", "ba1 5aa", "Bath", "12 Duke Street\nBATH\nBA1 5AA\nROYAUME-UNI"),
        ("US", "350 Fifth Ave", "10118", "New York NY", "350 Fifth Ave\nNEW YORK NY 10118\nÉTATS-UNIS"),
        ("ZZ", "X 1", "1", "Y", "X 1\n1 Y\nZZ"),
    ])
    func `abroad the lines follow the receiving country, its name the sending one`(
        country: String, street: String, postcode: String, town: String, expected: String
    ) {
        #expect(label(family: "Smit", street: street, postcode, town, country: country) == "Smit\n" + expected)
    }

    @Test func `mail inside a country has no country line, and mail to France from abroad has`() {
        #expect(
            label(family: "Smit", street: "Weg 1", "6711 PJ", "Ede", country: "NL", home: "NL")
                == "Smit\nWeg 1\n6711 PJ  EDE")
        #expect(
            label(family: "Roy", street: "1 rue X", "97110", "Pointe-à-Pitre", country: "GP")
                == "Roy\n1 RUE X\n97110 POINTE A PITRE")
        #expect(
            label(family: "Roy", street: "1 rue X", "35 000", "Rennes", country: "FR", home: "DE", .german)
                == "Roy\n1 RUE X\n35000 RENNES\nFRANKREICH")
        #expect(label(family: "Roy", street: "1 X", "1", "Y", country: "Pays-Bas").hasSuffix("PAYS-BAS"))
    }

    @Test func `never more than six lines and the country`() {
        #expect(
            label(
                title: "Mrs", given: "Mary", family: "Ormerod", company: "Bath Walkers", complement: "Flat 3",
                building: "Pulteney House", street: "12 Duke Street", locality: "Bathwick", "BA1 5AA", "Bath",
                country: "GB")
                    == """
                    Bath Walkers
                    Mrs Mary Ormerod
                    Flat 3 Pulteney House
                    12 Duke Street
                    Bathwick
                    BATH  BA1 5AA
                    ROYAUME-UNI
                    """)
    }

    @Test func `a residence at the end of a long street gets a line of its own`() {
        #expect(
            label(family: "Roy", street: "14 route du Chamerin, Résidence de la Mairie", "17180", "Périgny") == """
                Roy
                Résidence de la Mairie
                14 ROUTE DU CHAMERIN
                17180 PERIGNY
                """)
        #expect(
            label(family: "Roy", street: "3, rue X, Rés. Y", "17180", "Périgny") == "Roy\n3 RUE X RES Y\n17180 PERIGNY")
    }

    @Test func `a line that was shortened, and one that stays too long, are reported`() {
        var client = Client()
        client.familyName = "Roy"
        client.address = PostalAddress(
            building: "Donaudampfschifffahrtsgesellschaftshaus Nord",
            street: "8 boulevard du Maréchal Jean Marie de Lattre de Tassigny", postcode: "35000", town: "Rennes")
        let label = PostalLabel(for: client, from: "FR", in: .french)
        #expect(label.lines[2] == "8 BD MAL J M DE LATTRE DE TASSIGNY")
        #expect(label.parts.map(\.isShortened) == [false, false, true, false])
        #expect(label.parts.map(\.isTooLong) == [false, true, false, false])
        #expect(label.parts.map(\.part) == [.name, .building, .street, .town])
    }

    /// The first is published with the algorithm of the national address base; the others follow its steps one by one.
    @Test(arguments: [
        ("BOULEVARD DU MARECHAL JEAN MARIE DE LATTRE DE TASSIGNY", "BD MAL J M DE LATTRE DE TASSIGNY"),
        ("Rue du Port", "RUE DU PORT"),
        ("Avenue des Anciens Bateliers du Halage", "AV ANCIENS BATELIERS DU HALAGE"),
        ("Avenue du Capitaine Amaury de Kerzoncuf", "AV DU CNE AMAURY DE KERZONCUF"),
        ("Rue de l'Hôpital du Grand Saint-Aubert", "RUE DE L HOP DU GD SAINT AUBERT"),
        ("Rue du Vieux Moulin de la Fontaine Bleue", "RUE DU VX MOUL DE LA FONT BLEUE"),
        ("Rue Étienne et Madeleine Trébaol-Guivarch", "RUE E ET M TREBAOL GUIVARCH"),
        ("Rue de Saint-Étienne des Champs Fleuris", "RUE ST ETIENNE CHAMPS FLEURIS"),
        ("Montée de la Croisée des Quatre Chênes", "MONT CROISEE DES QUATRE CHENES"),
        ("Rue Prosperine Quimerch du Trieux Ardent", "RUE P QUIMERCH TRIEUX ARDENT"),
    ])
    func `a street is abbreviated step by step and no further than needed`(street: String, expected: String) {
        let name = self.label(family: "Roy", street: street, "35000", "Rennes").split(separator: "\n")[1]
        #expect(name.count <= 32)
        #expect(name == expected)
    }

    @Test(
        arguments: [
            ("01460", nil, "01"), ("20150", "FR", "20"), ("97110", "FR", "971"), ("97110", "GP", "971"),
            ("98800", "NC", "988"),
            ("7130", "FR", nil), ("50931", "DE", nil), (nil, "FR", nil), ("6711 PJ", "NL", nil),
        ] as [(String?, String?, String?)])
    func `the department is the postcode's beginning`(postcode: String?, country: String?, expected: String?) {
        #expect(PostalAddress(postcode: postcode, country: country).department == expected)
    }

    private func label(
        title: String? = nil, given: String? = nil, family: String? = nil, company: String? = nil,
        complement: String? = nil,
        building: String? = nil, street: String, locality: String? = nil, _ postcode: String, _ town: String,
        country: String? = "FR", home: String = "FR", _ language: Language = .french
    ) -> String {
        var client = Client()
        client.title = title
        client.givenName = given
        client.familyName = family
        client.company = company
        client.address = PostalAddress(
            complement: complement, building: building, street: street, locality: locality, postcode: postcode,
            town: town,
            country: country)
        return PostalLabel(for: client, from: home, in: language).lines.joined(separator: "\n")
    }

    @Test(arguments: [
        ("VN", "VIÊT NAM", "VIETNAM", "VIETNAM"), ("KR", "CORÉE DU SUD", "SOUTH KOREA", "SÜDKOREA"),
        ("CI", "CÔTE D'IVOIRE", "CÔTE D'IVOIRE", "CÔTE D'IVOIRE"), ("HK", "HONG KONG", "HONG KONG", "HONGKONG"),
        ("UK", "ROYAUME-UNI", "UNITED KINGDOM", "VEREINIGTES KÖNIGREICH"),
        ("Vietnam", "VIÊT NAM", "VIETNAM", "VIETNAM"), ("Hollande", "PAYS-BAS", "NETHERLANDS", "NIEDERLANDE"),
    ])
    func `a country is written in capitals in the sender's language`(
        country: String, french: String, english: String, german: String
    ) {
        var client = Client()
        (client.familyName, client.address.town, client.address.country) = ("Roux", "Ville", country)
        let lines = [("FR", Language.french), ("ES", .english), ("AT", .german)].map { home, language in
            PostalLabel(for: client, from: home, in: language).lines.last
        }
        #expect(lines == [french, english, german])
    }

    /// ISO 3166-1 alpha-2, as of 2024: 249 codes.
    @Test func `every country of ISO 3166-1 has a name that fits a line`() {
        let codes = """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC \
            CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD \
            GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH \
            KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW \
            MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC \
            SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY \
            UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
            """.split(separator: " ").map(String.init)
        #expect(codes.count == 249)
        for language in [Language.french, .english, .german, .dutch, .spanish, .italian] {
            let names = codes.map { PostalCountry.name(of: $0, in: language) ?? "" }
            for (code, name) in zip(codes, names) {
                #expect(!name.isEmpty && name.count <= PostalLabel.longestLine, "\(code)")
                #expect(PostalCountry.code(of: name) == code, "\(code) \(name)")
            }
        }
    }
}
