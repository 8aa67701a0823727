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
        MT;Malte;Malta;Malta
        MX;Mexique;Mexico;Mexiko
        NL;Pays-Bas;Netherlands;Niederlande
        NO;Norvège;Norway;Norwegen
        NZ;Nouvelle-Zélande;New Zealand;Neuseeland
        PL;Pologne;Poland;Polen
        PT;Portugal;Portugal;Portugal
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
        ZA;Afrique du Sud;South Africa;Südafrika
        """
}
