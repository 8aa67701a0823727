/// Countries by their codes and by the names that offices write.
enum CountryNames {
    /// The ISO 3166-1 alpha-2 code, in capitals, of a code or a name in French, English, German, Dutch, Spanish or Italian.
    ///
    /// Also known: alpha-3 codes and the letters of car plates (`D`, `B`) of the countries named here, `UK` and `EL`.
    static func code(of written: String) -> String? {
        if isCode(written) { return written }
        let upper = written.uppercased()
        if isCode(upper) { return upper }
        return byName[columnKey(written)]
    }

    private static func isCode(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 2, (0x41...0x5A).contains(bytes[0]), (0x41...0x5A).contains(bytes[1]) else {
                return false
            }
            return codes[Int(bytes[0] - 0x41) * 26 + Int(bytes[1] - 0x41)]
        }
    }

    /// For each pair of letters whether it is a code of ISO 3166-1, or XK for Kosovo.
    private static let codes: [Bool] = {
        var isCode = [Bool](repeating: false, count: 26 * 26)
        for code in allCodes.split(separator: " ") {
            let letters = code.utf8.map { Int($0 - 0x41) }
            isCode[letters[0] * 26 + letters[1]] = true
        }
        return isCode
    }()

    private static let allCodes =
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC \
        CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD \
        GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH \
        KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW \
        MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC \
        SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY \
        UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
        """

    private static let byName: [String: String] = {
        var table: [String: String] = [:]
        for (code, names) in names {
            for name in names.split(separator: ",") { table[columnKey(String(name))] = code }
        }
        return table
    }()

    /// French, English, German, Dutch, Spanish, Italian, own; then alpha-3 code and plate.
    private static let names: [(String, String)] = [
        ("FR", "France,Frankreich,Frankrijk,Francia,France métropolitaine,FRA,F"),
        ("BE", "Belgique,Belgium,Belgien,België,Bélgica,Belgio,BEL,B"),
        (
            "NL",
            "Pays-Bas,Les Pays-Bas,Hollande,Netherlands,The Netherlands,Holland,Niederlande,Nederland,Países Bajos,Paesi Bassi,Olanda,Holanda,NLD,Hol"
        ),
        ("DE", "Allemagne,Germany,Deutschland,Duitsland,Alemania,Germania,Allemagne fédérale,RFA,BRD,DEU,GER,D"),
        (
            "GB",
            "Royaume-Uni,Grande-Bretagne,Angleterre,Écosse,Pays de Galles,Irlande du Nord,United Kingdom,UK,Great Britain,England,Scotland,Wales,Northern Ireland,Großbritannien,Vereinigtes Königreich,Verenigd Koninkrijk,Groot-Brittannië,Engeland,Schotland,Reino Unido,Gran Bretaña,Inglaterra,Regno Unito,Gran Bretagna,Inghilterra,GBR"
        ),
        ("CH", "Suisse,Switzerland,Schweiz,Zwitserland,Suiza,Svizzera,CHE"),
        ("ES", "Espagne,Spain,Spanien,Spanje,España,Spagna,ESP,E"),
        ("IT", "Italie,Italy,Italien,Italië,Italia,ITA,I"),
        ("LU", "Luxembourg,Luxemburg,Luxemburgo,Lussemburgo,Grand-Duché de Luxembourg,Lëtzebuerg,LUX,L"),
        ("AT", "Autriche,Austria,Österreich,Oostenrijk,AUT,A"),
        ("DK", "Danemark,Denmark,Dänemark,Denemarken,Dinamarca,Danimarca,Danmark,DNK"),
        ("PT", "Portugal,Portogallo,PRT,P"),
        ("SE", "Suède,Sweden,Schweden,Zweden,Suecia,Svezia,Sverige,SWE,S"),
        ("NO", "Norvège,Norway,Norwegen,Noorwegen,Noruega,Norvegia,Norge,NOR,N"),
        ("FI", "Finlande,Finland,Finnland,Finlandia,Suomi,FIN"),
        ("IS", "Islande,Iceland,Island,IJsland,Islandia,Islanda,ISL"),
        ("IE", "Irlande,Ireland,Irland,Ierland,Irlanda,Eire,Republic of Ireland,IRL"),
        ("PL", "Pologne,Poland,Polen,Polonia,Polska,POL"),
        (
            "CZ",
            "Tchéquie,République tchèque,Czechia,Czech Republic,Tschechien,Tschechische Republik,Tsjechië,Chequia,República Checa,Cechia,Repubblica Ceca,Česko,CZE"
        ),
        ("SK", "Slovaquie,Slovakia,Slowakei,Slowakije,Eslovaquia,Slovacchia,Slovensko,SVK"),
        ("SI", "Slovénie,Slovenia,Slowenien,Slovenië,Eslovenia,Slovenija,SVN"),
        ("HU", "Hongrie,Hungary,Ungarn,Hongarije,Hungría,Ungheria,Magyarország,HUN"),
        ("RO", "Roumanie,Romania,Rumänien,Roemenië,Rumanía,ROU"),
        ("BG", "Bulgarie,Bulgaria,Bulgarien,Bulgarije,BGR"),
        ("GR", "Grèce,Greece,Griechenland,Griekenland,Grecia,Hellas,GRC,EL"),
        ("HR", "Croatie,Croatia,Kroatien,Kroatië,Croacia,Croazia,Hrvatska,HRV"),
        ("RS", "Serbie,Serbia,Serbien,Servië,SRB"), ("UA", "Ukraine,Oekraïne,Ucrania,Ucraina,UKR"),
        ("RU", "Russie,Russia,Russland,Rusland,Rusia,RUS"),
        ("TR", "Turquie,Turkey,Türkei,Turkije,Turquía,Turchia,Türkiye,TUR"),
        ("EE", "Estonie,Estonia,Estland,Eesti,EST"), ("LV", "Lettonie,Latvia,Lettland,Letland,Letonia,Lettonia,LVA"),
        ("LT", "Lituanie,Lithuania,Litauen,Litouwen,Lituania,LTU"), ("MT", "Malte,Malta,MLT"),
        ("CY", "Chypre,Cyprus,Zypern,Chipre,Cipro,CYP"), ("MC", "Monaco,MCO"),
        ("AD", "Andorre,Andorra,AND"), ("LI", "Liechtenstein,LIE"), ("SM", "Saint-Marin,San Marino,SMR"),
        ("VA", "Vatican,Vatikan,Vaticano"), ("GI", "Gibraltar"), ("JE", "Jersey"), ("GG", "Guernesey,Guernsey"),
        ("IM", "Île de Man,Isle of Man"), ("AL", "Albanie,Albania,Albanien,Albanië,ALB"),
        ("BA", "Bosnie-Herzégovine,Bosnia and Herzegovina,Bosnien und Herzegowina,Bosnia,Bosnie,BIH"),
        ("MK", "Macédoine du Nord,North Macedonia,Nordmazedonien,MKD"), ("ME", "Monténégro,Montenegro,MNE"),
        ("MD", "Moldavie,Moldova,Moldawien,MDA"), ("BY", "Biélorussie,Belarus,Weißrussland,BLR"),
        ("MA", "Maroc,Morocco,Marokko,Marruecos,Marocco,MAR"), ("DZ", "Algérie,Algeria,Algerien,Argelia,DZA"),
        ("TN", "Tunisie,Tunisia,Tunesien,Tunesië,Túnez,TUN"), ("SN", "Sénégal,Senegal,SEN"),
        (
            "US",
            "États-Unis,États-Unis d'Amérique,United States,United States of America,Vereinigte Staaten,Verenigde Staten,Estados Unidos,Stati Uniti,Amérique,America,USA"
        ),
        ("CA", "Canada,Kanada,Canadá,Québec,CAN"), ("AU", "Australie,Australia,Australien,Australië,AUS"),
        ("NZ", "Nouvelle-Zélande,New Zealand,Neuseeland,Nieuw-Zeeland,NZL"), ("JP", "Japon,Japan,Japón,Giappone,JPN"),
        ("CN", "Chine,China,Cina,CHN"), ("IN", "Inde,India,Indien,IND"),
        ("BR", "Brésil,Brazil,Brasilien,Brazilië,Brasil,Brasile,BRA"),
        ("MX", "Mexique,Mexico,Mexiko,México,Messico,MEX"), ("AR", "Argentine,Argentina,Argentinien,ARG"),
        ("ZA", "Afrique du Sud,South Africa,Südafrika,Zuid-Afrika,ZAF"), ("IL", "Israël,Israel,ISR"),
        ("GP", "Guadeloupe"), ("MQ", "Martinique"), ("GF", "Guyane,Guyane française"), ("RE", "Réunion,La Réunion"),
        ("YT", "Mayotte"), ("NC", "Nouvelle-Calédonie"), ("PF", "Polynésie française"),
        ("PM", "Saint-Pierre-et-Miquelon"),
    ]
}
