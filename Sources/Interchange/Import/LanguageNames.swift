import Correspondence

/// Languages by their codes and by the names that offices write.
enum LanguageNames {
    /// The language of a tag (`fr`, `fr-BE`, `nl_NL`), a three-letter code, or a name in six languages. Nil: not known.
    static func language(of written: String) -> Language? {
        switch written {
        case "fr": return .french
        case "en": return .english
        case "de": return .german
        case "nl": return .dutch
        default: break
        }
        if let known = byName[columnKey(written)] { return Language(rawValue: known) }
        let language = Language(rawValue: written)
        return codes.contains(language.rawValue) ? language : nil
    }

    /// All two-letter codes of ISO 639-1.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es \
        et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj \
        kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv \
        ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
        tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))

    private static let byName: [String: String] = {
        var table: [String: String] = [:]
        for (code, names) in names {
            for name in names.split(separator: ",") { table[columnKey(String(name))] = code }
        }
        return table
    }()

    private static let names: [(String, String)] = [
        ("fr", "français,française,French,Französisch,Frans,francés,francese,fra,fre,F"),
        ("en", "anglais,anglaise,English,Englisch,Engels,inglés,inglese,eng"),
        ("de", "allemand,allemande,German,Deutsch,Duits,alemán,tedesco,deu,ger,D"),
        (
            "nl",
            "néerlandais,néerlandaise,hollandais,flamand,Dutch,Flemish,Niederländisch,Holländisch,Nederlands,Vlaams,neerlandés,holandés,olandese,nld,dut"
        ),
        ("es", "espagnol,espagnole,castillan,Spanish,Spanisch,Spaans,español,castellano,spagnolo,spa"),
        ("it", "italien,italienne,Italian,Italienisch,Italiaans,italiano,ita"),
        ("pt", "portugais,Portuguese,Portugiesisch,Portugees,portugués,portoghese,português,por"),
        ("da", "danois,Danish,Dänisch,Deens,danés,danese,dansk,dan"),
        ("sv", "suédois,Swedish,Schwedisch,Zweeds,sueco,svedese,svenska,swe"),
        ("no", "norvégien,Norwegian,Norwegisch,Noors,noruego,norvegese,norsk,nor"),
        ("pl", "polonais,Polish,Polnisch,Pools,polaco,polacco,polski,pol"),
        ("cs", "tchèque,Czech,Tschechisch,Tsjechisch,checo,ceco,čeština,ces,cze"),
        ("br", "breton,Breton"), ("ca", "catalan,Catalan,català"),
        ("lb", "luxembourgeois,Luxembourgish,Lëtzebuergesch"),
    ]
}
