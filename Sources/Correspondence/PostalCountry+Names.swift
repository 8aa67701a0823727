extension PostalCountry {
    /// By ISO 3166-1 alpha-2 code.
    static let names: [String: (french: String, english: String, german: String)] = {
        var names: [String: (french: String, english: String, german: String)] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: ";").map(String.init)
            if parts.count == 4 { names[parts[0]] = (parts[1], parts[2], parts[3]) }
        }
        return names
    }()

    /// What countries are called as well, in plain capitals, with the code.
    static let furtherSpellings: [String: String] = [
        "ANGLETERRE": "GB", "ECOSSE": "GB", "PAYS DE GALLES": "GB", "IRLANDE DU NORD": "GB", "GRANDE BRETAGNE": "GB",
        "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "NORTHERN IRELAND": "GB", "GREAT BRITAIN": "GB", "UK": "GB",
        "GROSSBRITANNIEN": "GB", "HOLLANDE": "NL", "HOLLAND": "NL", "USA": "US", "ETATS UNIS D AMERIQUE": "US",
        "UNITED STATES OF AMERICA": "US", "TCHEQUIE": "CZ", "CZECHIA": "CZ", "BIELORUSSIE": "BY", "TURKIYE": "TR",
        "BIRMANIE": "MM", "BURMA": "MM", "SWAZILAND": "SZ", "CABO VERDE": "CV", "CITE DU VATICAN": "VA",
        "REUNION": "RE", "RDC": "CD", "EIRE": "IE",
    ]

    /// Code; French; English; German: every country of ISO 3166-1, and Kosovo. No name is longer than a line of an address.
    ///
    /// A table, because the names that a system's locale data gives change from one release to the next.
    /// Source: Unicode CLDR, where an envelope wants it shortened to the usual name.
    private static let table = """
        AD;Andorre;Andorra;Andorra
        AE;Émirats arabes unis;United Arab Emirates;Vereinigte Arabische Emirate
        AF;Afghanistan;Afghanistan;Afghanistan
        AG;Antigua-et-Barbuda;Antigua and Barbuda;Antigua und Barbuda
        AI;Anguilla;Anguilla;Anguilla
        AL;Albanie;Albania;Albanien
        AM;Arménie;Armenia;Armenien
        AO;Angola;Angola;Angola
        AQ;Antarctique;Antarctica;Antarktis
        AR;Argentine;Argentina;Argentinien
        AS;Samoa américaines;American Samoa;Amerikanisch-Samoa
        AT;Autriche;Austria;Österreich
        AU;Australie;Australia;Australien
        AW;Aruba;Aruba;Aruba
        AX;Îles Åland;Åland Islands;Ålandinseln
        AZ;Azerbaïdjan;Azerbaijan;Aserbaidschan
        BA;Bosnie-Herzégovine;Bosnia and Herzegovina;Bosnien und Herzegowina
        BB;Barbade;Barbados;Barbados
        BD;Bangladesh;Bangladesh;Bangladesch
        BE;Belgique;Belgium;Belgien
        BF;Burkina Faso;Burkina Faso;Burkina Faso
        BG;Bulgarie;Bulgaria;Bulgarien
        BH;Bahreïn;Bahrain;Bahrain
        BI;Burundi;Burundi;Burundi
        BJ;Bénin;Benin;Benin
        BL;Saint-Barthélemy;Saint Barthélemy;St. Barthélemy
        BM;Bermudes;Bermuda;Bermuda
        BN;Brunei;Brunei;Brunei
        BO;Bolivie;Bolivia;Bolivien
        BQ;Pays-Bas caribéens;Caribbean Netherlands;Karibische Niederlande
        BR;Brésil;Brazil;Brasilien
        BS;Bahamas;Bahamas;Bahamas
        BT;Bhoutan;Bhutan;Bhutan
        BV;Île Bouvet;Bouvet Island;Bouvetinsel
        BW;Botswana;Botswana;Botsuana
        BY;Bélarus;Belarus;Belarus
        BZ;Belize;Belize;Belize
        CA;Canada;Canada;Kanada
        CC;Îles Cocos;Cocos Islands;Kokosinseln
        CD;République démocratique du Congo;Democratic Republic of the Congo;Demokratische Republik Kongo
        CF;République centrafricaine;Central African Republic;Zentralafrikanische Republik
        CG;Congo;Congo;Kongo
        CH;Suisse;Switzerland;Schweiz
        CI;Côte d'Ivoire;Côte d'Ivoire;Côte d'Ivoire
        CK;Îles Cook;Cook Islands;Cookinseln
        CL;Chili;Chile;Chile
        CM;Cameroun;Cameroon;Kamerun
        CN;Chine;China;China
        CO;Colombie;Colombia;Kolumbien
        CR;Costa Rica;Costa Rica;Costa Rica
        CU;Cuba;Cuba;Kuba
        CV;Cap-Vert;Cape Verde;Cabo Verde
        CW;Curaçao;Curaçao;Curaçao
        CX;Île Christmas;Christmas Island;Weihnachtsinsel
        CY;Chypre;Cyprus;Zypern
        CZ;République tchèque;Czech Republic;Tschechien
        DE;Allemagne;Germany;Deutschland
        DJ;Djibouti;Djibouti;Dschibuti
        DK;Danemark;Denmark;Dänemark
        DM;Dominique;Dominica;Dominica
        DO;République dominicaine;Dominican Republic;Dominikanische Republik
        DZ;Algérie;Algeria;Algerien
        EC;Équateur;Ecuador;Ecuador
        EE;Estonie;Estonia;Estland
        EG;Égypte;Egypt;Ägypten
        EH;Sahara occidental;Western Sahara;Westsahara
        ER;Érythrée;Eritrea;Eritrea
        ES;Espagne;Spain;Spanien
        ET;Éthiopie;Ethiopia;Äthiopien
        FI;Finlande;Finland;Finnland
        FJ;Fidji;Fiji;Fidschi
        FK;Îles Malouines;Falkland Islands;Falklandinseln
        FM;Micronésie;Micronesia;Mikronesien
        FO;Îles Féroé;Faroe Islands;Färöer
        FR;France;France;Frankreich
        GA;Gabon;Gabon;Gabun
        GB;Royaume-Uni;United Kingdom;Vereinigtes Königreich
        GD;Grenade;Grenada;Grenada
        GE;Géorgie;Georgia;Georgien
        GF;Guyane française;French Guiana;Französisch-Guayana
        GG;Guernesey;Guernsey;Guernsey
        GH;Ghana;Ghana;Ghana
        GI;Gibraltar;Gibraltar;Gibraltar
        GL;Groenland;Greenland;Grönland
        GM;Gambie;Gambia;Gambia
        GN;Guinée;Guinea;Guinea
        GP;Guadeloupe;Guadeloupe;Guadeloupe
        GQ;Guinée équatoriale;Equatorial Guinea;Äquatorialguinea
        GR;Grèce;Greece;Griechenland
        GS;Géorgie du Sud et Sandwich du Sud;South Georgia and South Sandwich;Südgeorgien
        GT;Guatemala;Guatemala;Guatemala
        GU;Guam;Guam;Guam
        GW;Guinée-Bissau;Guinea-Bissau;Guinea-Bissau
        GY;Guyana;Guyana;Guyana
        HK;Hong Kong;Hong Kong;Hongkong
        HM;Îles Heard-et-MacDonald;Heard and McDonald Islands;Heard und McDonaldinseln
        HN;Honduras;Honduras;Honduras
        HR;Croatie;Croatia;Kroatien
        HT;Haïti;Haiti;Haiti
        HU;Hongrie;Hungary;Ungarn
        ID;Indonésie;Indonesia;Indonesien
        IE;Irlande;Ireland;Irland
        IL;Israël;Israel;Israel
        IM;Île de Man;Isle of Man;Insel Man
        IN;Inde;India;Indien
        IO;Territoire britannique océan Indien;British Indian Ocean Territory;Britisches Territorium Ind. Ozean
        IQ;Irak;Iraq;Irak
        IR;Iran;Iran;Iran
        IS;Islande;Iceland;Island
        IT;Italie;Italy;Italien
        JE;Jersey;Jersey;Jersey
        JM;Jamaïque;Jamaica;Jamaika
        JO;Jordanie;Jordan;Jordanien
        JP;Japon;Japan;Japan
        KE;Kenya;Kenya;Kenia
        KG;Kirghizstan;Kyrgyzstan;Kirgisistan
        KH;Cambodge;Cambodia;Kambodscha
        KI;Kiribati;Kiribati;Kiribati
        KM;Comores;Comoros;Komoren
        KN;Saint-Christophe-et-Niévès;Saint Kitts and Nevis;St. Kitts und Nevis
        KP;Corée du Nord;North Korea;Nordkorea
        KR;Corée du Sud;South Korea;Südkorea
        KW;Koweït;Kuwait;Kuwait
        KY;Îles Caïmans;Cayman Islands;Kaimaninseln
        KZ;Kazakhstan;Kazakhstan;Kasachstan
        LA;Laos;Laos;Laos
        LB;Liban;Lebanon;Libanon
        LC;Sainte-Lucie;Saint Lucia;St. Lucia
        LI;Liechtenstein;Liechtenstein;Liechtenstein
        LK;Sri Lanka;Sri Lanka;Sri Lanka
        LR;Liberia;Liberia;Liberia
        LS;Lesotho;Lesotho;Lesotho
        LT;Lituanie;Lithuania;Litauen
        LU;Luxembourg;Luxembourg;Luxemburg
        LV;Lettonie;Latvia;Lettland
        LY;Libye;Libya;Libyen
        MA;Maroc;Morocco;Marokko
        MC;Monaco;Monaco;Monaco
        MD;Moldavie;Moldova;Moldau
        ME;Monténégro;Montenegro;Montenegro
        MF;Saint-Martin;Saint Martin;St. Martin
        MG;Madagascar;Madagascar;Madagaskar
        MH;Îles Marshall;Marshall Islands;Marshallinseln
        MK;Macédoine du Nord;North Macedonia;Nordmazedonien
        ML;Mali;Mali;Mali
        MM;Myanmar;Myanmar;Myanmar
        MN;Mongolie;Mongolia;Mongolei
        MO;Macao;Macao;Macau
        MP;Îles Mariannes du Nord;Northern Mariana Islands;Nördliche Marianen
        MQ;Martinique;Martinique;Martinique
        MR;Mauritanie;Mauritania;Mauretanien
        MS;Montserrat;Montserrat;Montserrat
        MT;Malte;Malta;Malta
        MU;Maurice;Mauritius;Mauritius
        MV;Maldives;Maldives;Malediven
        MW;Malawi;Malawi;Malawi
        MX;Mexique;Mexico;Mexiko
        MY;Malaisie;Malaysia;Malaysia
        MZ;Mozambique;Mozambique;Mosambik
        NA;Namibie;Namibia;Namibia
        NC;Nouvelle-Calédonie;New Caledonia;Neukaledonien
        NE;Niger;Niger;Niger
        NF;Île Norfolk;Norfolk Island;Norfolkinsel
        NG;Nigeria;Nigeria;Nigeria
        NI;Nicaragua;Nicaragua;Nicaragua
        NL;Pays-Bas;Netherlands;Niederlande
        NO;Norvège;Norway;Norwegen
        NP;Népal;Nepal;Nepal
        NR;Nauru;Nauru;Nauru
        NU;Niue;Niue;Niue
        NZ;Nouvelle-Zélande;New Zealand;Neuseeland
        OM;Oman;Oman;Oman
        PA;Panama;Panama;Panama
        PE;Pérou;Peru;Peru
        PF;Polynésie française;French Polynesia;Französisch-Polynesien
        PG;Papouasie-Nouvelle-Guinée;Papua New Guinea;Papua-Neuguinea
        PH;Philippines;Philippines;Philippinen
        PK;Pakistan;Pakistan;Pakistan
        PL;Pologne;Poland;Polen
        PM;Saint-Pierre-et-Miquelon;Saint Pierre and Miquelon;St. Pierre und Miquelon
        PN;Îles Pitcairn;Pitcairn Islands;Pitcairninseln
        PR;Porto Rico;Puerto Rico;Puerto Rico
        PS;Palestine;Palestine;Palästina
        PT;Portugal;Portugal;Portugal
        PW;Palaos;Palau;Palau
        PY;Paraguay;Paraguay;Paraguay
        QA;Qatar;Qatar;Katar
        RE;La Réunion;Réunion;Réunion
        RO;Roumanie;Romania;Rumänien
        RS;Serbie;Serbia;Serbien
        RU;Russie;Russia;Russland
        RW;Rwanda;Rwanda;Ruanda
        SA;Arabie saoudite;Saudi Arabia;Saudi-Arabien
        SB;Îles Salomon;Solomon Islands;Salomonen
        SC;Seychelles;Seychelles;Seychellen
        SD;Soudan;Sudan;Sudan
        SE;Suède;Sweden;Schweden
        SG;Singapour;Singapore;Singapur
        SH;Sainte-Hélène;Saint Helena;St. Helena
        SI;Slovénie;Slovenia;Slowenien
        SJ;Svalbard et Jan Mayen;Svalbard and Jan Mayen;Spitzbergen und Jan Mayen
        SK;Slovaquie;Slovakia;Slowakei
        SL;Sierra Leone;Sierra Leone;Sierra Leone
        SM;Saint-Marin;San Marino;San Marino
        SN;Sénégal;Senegal;Senegal
        SO;Somalie;Somalia;Somalia
        SR;Suriname;Suriname;Suriname
        SS;Soudan du Sud;South Sudan;Südsudan
        ST;Sao Tomé-et-Principe;São Tomé and Príncipe;São Tomé und Príncipe
        SV;Salvador;El Salvador;El Salvador
        SX;Sint Maarten;Sint Maarten;Sint Maarten
        SY;Syrie;Syria;Syrien
        SZ;Eswatini;Eswatini;Eswatini
        TC;Îles Turques-et-Caïques;Turks and Caicos Islands;Turks- und Caicosinseln
        TD;Tchad;Chad;Tschad
        TF;Terres australes françaises;French Southern Territories;Französische Südgebiete
        TG;Togo;Togo;Togo
        TH;Thaïlande;Thailand;Thailand
        TJ;Tadjikistan;Tajikistan;Tadschikistan
        TK;Tokelau;Tokelau;Tokelau
        TL;Timor oriental;Timor-Leste;Timor-Leste
        TM;Turkménistan;Turkmenistan;Turkmenistan
        TN;Tunisie;Tunisia;Tunesien
        TO;Tonga;Tonga;Tonga
        TR;Turquie;Turkey;Türkei
        TT;Trinité-et-Tobago;Trinidad and Tobago;Trinidad und Tobago
        TV;Tuvalu;Tuvalu;Tuvalu
        TW;Taïwan;Taiwan;Taiwan
        TZ;Tanzanie;Tanzania;Tansania
        UA;Ukraine;Ukraine;Ukraine
        UG;Ouganda;Uganda;Uganda
        UM;Îles mineures des États-Unis;US Minor Outlying Islands;Amerikanische Überseeinseln
        US;États-Unis;United States;Vereinigte Staaten
        UY;Uruguay;Uruguay;Uruguay
        UZ;Ouzbékistan;Uzbekistan;Usbekistan
        VA;Vatican;Vatican City;Vatikanstadt
        VC;Saint-Vincent-et-les Grenadines;Saint Vincent and Grenadines;St. Vincent und die Grenadinen
        VE;Venezuela;Venezuela;Venezuela
        VG;Îles Vierges britanniques;British Virgin Islands;Britische Jungferninseln
        VI;Îles Vierges des États-Unis;US Virgin Islands;Amerikanische Jungferninseln
        VN;Viêt Nam;Vietnam;Vietnam
        VU;Vanuatu;Vanuatu;Vanuatu
        WF;Wallis-et-Futuna;Wallis and Futuna;Wallis und Futuna
        WS;Samoa;Samoa;Samoa
        XK;Kosovo;Kosovo;Kosovo
        YE;Yémen;Yemen;Jemen
        YT;Mayotte;Mayotte;Mayotte
        ZA;Afrique du Sud;South Africa;Südafrika
        ZM;Zambie;Zambia;Sambia
        ZW;Zimbabwe;Zimbabwe;Simbabwe
        """
}
