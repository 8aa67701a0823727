import Correspondence

extension PostScriptPress {
    /// Words for what was noted while a letter was set.
    func warnings(of letter: Letter) -> [Printed.Warning] {
        let found: [(bit: UInt8, code: String, words: Wording)] = [
            (1, "glyph_missing", .glyphMissing), (2, "line_set_smaller", .lineSetSmaller),
            (4, "line_too_wide", .lineTooWide), (8, "address_set_smaller", .addressSetSmaller),
            (16, "header_too_tall", .headerTooTall), (32, "address_line_long", .addressLineLong),
            (64, "font_style_missing", .fontStyleMissing),
        ]
        return found.filter { layout.warnings & $0.bit != 0 }.map { warning in
            Printed.Warning(code: warning.code, client: letter.client, words: warning.words)
        }
    }
}

extension Wording {
    static let glyphMissing = Wording(
        en: "a character of this letter is in none of the fonts; a box stands in its place.",
        fr: "un caractère de cette lettre n'est dans aucune des polices ; un cadre le remplace.")
    static let lineSetSmaller = Wording(
        en: "a line was too long and was set in smaller type.",
        fr: "une ligne était trop longue et a été composée en plus petit.")
    static let lineTooWide = Wording(
        en: "a line is too long even in the smallest type and runs into the margin.",
        fr: "une ligne est trop longue même dans le plus petit corps et déborde dans la marge.")
    static let addressSetSmaller = Wording(
        en: "the address has more than seven lines and was set in smaller type.",
        fr: "l'adresse a plus de sept lignes et a été composée en plus petit.")
    static let addressLineLong = Wording(
        en: "a line of the address has more than \(PostalLabel.longestLine) characters; it was printed whole.",
        fr: "une ligne de l'adresse a plus de \(PostalLabel.longestLine) caractères ; elle a été imprimée entière.")
    static let fontStyleMissing = Wording(
        en: "the font has no bold or italic of its own, or none that may be embedded; its nearest style stands in.",
        fr:
            "la police n'a pas de gras ou d'italique, ou aucun qu'on puisse incorporer ; son style le plus proche le remplace."
    )
    static let headerTooTall = Wording(
        en: "the letterhead is too tall to leave the window alone.",
        fr: "l'en-tête est trop haut pour laisser la fenêtre libre.")
}
