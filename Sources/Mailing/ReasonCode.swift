import Correspondence

/// Why a pending request got no letter of its own: the codes of `left-out.csv`.
enum ReasonCode {
    static let duplicate = "duplicate"
    static let sameClient = "same_client"
    static let objected = "objected"
    static let returned = "returned"
    static let limit = "limit"
    static let noStay = "no_stay"

    /// What a code means, as a heading for a count.
    static func words(of code: String) -> Wording {
        switch code {
        case duplicate: Wording(en: "Duplicates of a client who got the letter", fr: "Doublons d’un client servi")
        case sameClient: Wording(en: "Second requests of a client", fr: "Secondes demandes d’un même client")
        case objected: Wording(en: "Object to mail", fr: "S’opposent au courrier")
        case returned: Wording(en: "Mail came back", fr: "Courrier revenu (N.P.A.I.)")
        case limit: Wording(en: "Wait for the next run (--limit)", fr: "Attendent le prochain envoi (--limit)")
        case noStay: Wording(en: "Without a stay", fr: "Sans séjour")
        case "no_town": Wording(en: "Without a town", fr: "Sans ville")
        case "no_name": Wording(en: "Without a name", fr: "Sans nom")
        default: Wording(en: code, fr: code)
        }
    }
}

extension LeftOut {
    static func duplicate(_ client: Client.Number, of other: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.duplicate,
            words: Wording(en: "duplicate of \(other)", fr: "doublon de \(other)"), isFault: false)
    }

    static func sameClient(_ client: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.sameClient,
            words: Wording(
                en: "a second request; one letter answers both", fr: "seconde demande\u{A0}; une lettre répond aux deux"
            ),
            isFault: false)
    }

    static func objected(_ client: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.objected,
            words: Wording(en: "objects to mail", fr: "s’oppose au courrier"), isFault: false)
    }

    static func returned(_ client: Client.Number, on date: CivilDate) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.returned,
            words: Wording(
                en: "mail to this address came back on \(date.iso)",
                fr: "du courrier est revenu de cette adresse le \(date.iso)"), isFault: false)
    }

    static func noStay(_ client: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.noStay,
            words: Wording(
                en: "no stay, so no letter about one was made.",
                fr: "pas de séjour\u{A0}: aucune lettre à son sujet n’a été faite."), isFault: true)
    }

    static func limit(_ client: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: ReasonCode.limit,
            words: Wording(
                en: "waits for the next run: the limit was reached",
                fr: "attend le prochain envoi\u{A0}: limite atteinte"),
            isFault: false)
    }
}
