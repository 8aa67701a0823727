/// Countries by their names on a letter's last line.
package enum PostalCountry {
    /// Returns the last line of a letter abroad, in capitals; nil for mail inside the country it is posted in.
    ///
    /// - Parameter code: ISO 3166-1 alpha-2. What is no known code is printed as it stands.
    static func line(for code: String, from home: String, in language: Language) -> String? {
        if code == home || isServedByLaPoste(code) && isServedByLaPoste(home) { return nil }
        return (name(of: code, in: language) ?? code).uppercased()
    }

    /// Returns a country's name: in German and English for these languages, otherwise in French, the language of the Universal
    /// Postal Union. Nil where the code is not known.
    package static func name(of code: String, in language: Language) -> String? {
        guard let names = names[code] else { return nil }
        switch language {
        case .english: return names.english
        case .german: return names.german
        default: return names.french
        }
    }

    /// Returns the code of a country written as a code or by its name in French, English or German; nil where it is none.
    package static func code(of text: String) -> String? {
        let word = PostalAbbreviation.capitals(text)
        return names[word] == nil ? codes[word] : word
    }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for (code, name) in names {
            for spelling in [name.french, name.english, name.german] {
                codes[PostalAbbreviation.capitals(spelling)] = code
            }
        }
        return codes
    }()

    /// France and its departments and territories overseas, which a letter reaches without a country line.
    static func isServedByLaPoste(_ code: String) -> Bool {
        code == "FR" || overseas.contains(code)
    }

    private static let overseas: Set<String> = [
        "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF",
    ]

    private static let names: [String: (french: String, english: String, german: String)] = {
        var names: [String: (french: String, english: String, german: String)] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: ";").map(String.init)
            if parts.count == 4 { names[parts[0]] = (parts[1], parts[2], parts[3]) }
        }
        return names
    }()

    /// Code; French; English; German.
    private static let table = """
        FR;France;France;Frankreich
        AD;Andorre;Andorra;Andorra
        AL;Albanie;Albania;Albanien
        AR;Argentine;Argentina;Argentinien
        AT;Autriche;Austria;Österreich
        AU;Australie;Australia;Australien
        BA;Bosnie-Herzégovine;Bosnia and Herzegovina;Bosnien und Herzegowina
        BE;Belgique;Belgium;Belgien
        BG;Bulgarie;Bulgaria;Bulgarien
        BR;Brésil;Brazil;Brasilien
        BY;Bélarus;Belarus;Belarus
        CA;Canada;Canada;Kanada
        CH;Suisse;Switzerland;Schweiz
        CL;Chili;Chile;Chile
        CN;Chine;China;China
        CY;Chypre;Cyprus;Zypern
        CZ;République tchèque;Czech Republic;Tschechien
        DE;Allemagne;Germany;Deutschland
        DK;Danemark;Denmark;Dänemark
        DZ;Algérie;Algeria;Algerien
        EE;Estonie;Estonia;Estland
        EG;Égypte;Egypt;Ägypten
        ES;Espagne;Spain;Spanien
        FI;Finlande;Finland;Finnland
        GB;Royaume-Uni;United Kingdom;Vereinigtes Königreich
        GG;Guernesey;Guernsey;Guernsey
        GF;Guyane française;French Guiana;Französisch-Guayana
        GP;Guadeloupe;Guadeloupe;Guadeloupe
        GR;Grèce;Greece;Griechenland
        HR;Croatie;Croatia;Kroatien
        HU;Hongrie;Hungary;Ungarn
        IE;Irlande;Ireland;Irland
        IL;Israël;Israel;Israel
        IM;Île de Man;Isle of Man;Insel Man
        IN;Inde;India;Indien
        IS;Islande;Iceland;Island
        IT;Italie;Italy;Italien
        JE;Jersey;Jersey;Jersey
        JP;Japon;Japan;Japan
        LI;Liechtenstein;Liechtenstein;Liechtenstein
        LT;Lituanie;Lithuania;Litauen
        LU;Luxembourg;Luxembourg;Luxemburg
        LV;Lettonie;Latvia;Lettland
        MA;Maroc;Morocco;Marokko
        MC;Monaco;Monaco;Monaco
        MD;Moldavie;Moldova;Moldau
        ME;Monténégro;Montenegro;Montenegro
        MK;Macédoine du Nord;North Macedonia;Nordmazedonien
        MQ;Martinique;Martinique;Martinique
        MT;Malte;Malta;Malta
        MX;Mexique;Mexico;Mexiko
        NC;Nouvelle-Calédonie;New Caledonia;Neukaledonien
        NL;Pays-Bas;Netherlands;Niederlande
        NO;Norvège;Norway;Norwegen
        NZ;Nouvelle-Zélande;New Zealand;Neuseeland
        PF;Polynésie française;French Polynesia;Französisch-Polynesien
        PL;Pologne;Poland;Polen
        PM;Saint-Pierre-et-Miquelon;Saint Pierre and Miquelon;St. Pierre und Miquelon
        PT;Portugal;Portugal;Portugal
        RE;La Réunion;Réunion;Réunion
        RO;Roumanie;Romania;Rumänien
        RS;Serbie;Serbia;Serbien
        RU;Russie;Russia;Russland
        SE;Suède;Sweden;Schweden
        SG;Singapour;Singapore;Singapur
        SI;Slovénie;Slovenia;Slowenien
        SK;Slovaquie;Slovakia;Slowakei
        SM;Saint-Marin;San Marino;San Marino
        SN;Sénégal;Senegal;Senegal
        TN;Tunisie;Tunisia;Tunesien
        TR;Turquie;Turkey;Türkei
        UA;Ukraine;Ukraine;Ukraine
        US;États-Unis;United States;Vereinigte Staaten
        VA;Vatican;Vatican City;Vatikanstadt
        YT;Mayotte;Mayotte;Mayotte
        ZA;Afrique du Sud;South Africa;Südafrika
        """
}
