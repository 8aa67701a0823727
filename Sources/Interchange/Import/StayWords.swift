import Correspondence

/// What offices write for the kind of a request and the state of a stay.
enum StayWords {
    /// The kind of request that a cell names. Nil: none that is known.
    static func kind(of written: String) -> Request.Kind? { kinds[columnKey(written)] }

    /// The state of a stay that a cell names. Nil: none that is known.
    static func state(of written: String) -> Stay.State? { states[columnKey(written)] }

    /// An amount in euros: `1234,50`, `1 234.5`, `480 €`. Nil: it is none, or has fractions of a cent.
    static func money(_ written: String) -> Money? {
        var euros: Int64 = 0
        var cents: [Int64] = []
        var isBehindPoint = false
        for scalar in written.unicodeScalars {
            switch scalar {
            case "0"..."9":
                let digit = Int64(scalar.value - 0x30)
                if isBehindPoint { cents.append(digit) } else { euros = euros * 10 + digit }
                guard euros < 1_000_000_000, cents.count <= 2 else { return nil }
            case ".", ",":
                guard !isBehindPoint else { return nil }
                isBehindPoint = true
            case " ", "\u{A0}", "\u{202F}", "€": break
            default: return nil
            }
        }
        guard written.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return nil }
        let padded = cents + Array(repeating: 0, count: 2 - cents.count)
        return Money(cents: euros * 100 + padded[0] * 10 + padded[1])
    }

    private static let kinds: [String: Request.Kind] = table([
        (
            .documentation,
            "documentation,doc,documents,demande de documentation,demande de doc,demande documentation,brochure,catalogue,dépliant,tarifs,information,informations,documentation request,brochure request"
        ),
        (
            .reservation,
            "reservation,réservation,resa,résa,demande de réservation,demande réservation,booking,reservation request,booking request,Reservierung,Buchung,reservering,boeking"
        ),
    ])

    private static let states: [String: Stay.State] = table([
        (.option, "option,optionnel,en option,optional"),
        (.booked, "booked,réservé,réservée,confirmé,confirmée,réservation,confirmed"),
        (.arrived, "arrived,arrivé,arrivée,arrivés,présent,présents,en cours,checked in"),
        (.left, "left,parti,partie,partis,terminé,terminée,soldé,departed,checked out"),
        (.cancelled, "cancelled,canceled,annulé,annulée,annulation"),
    ])

    private static func table<Value>(_ words: [(Value, String)]) -> [String: Value] {
        var table: [String: Value] = [:]
        for (value, names) in words {
            for name in names.split(separator: ",") { table[columnKey(String(name))] = value }
        }
        return table
    }
}
