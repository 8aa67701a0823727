package import Correspondence

/// Reads rows of a list as clients, with the request and the stay that a row may bring along.
///
/// Cells are trimmed, freed of control characters and brought to composed form. What is doubtful is kept as it was written
/// and flagged: a client's field in ``Client/doubts``, everything also in ``remarks``. A date that cannot be read has no
/// place in its field; the doubt keeps its text. A country that is not known stays in its field as it was written.
package struct ClientRow {
    private let columns: [(index: Int, column: ImportColumn)]
    private var draft: ClientDraft
    private var request = RequestCells()
    private var stay = StayCells()

    private struct RequestCells {
        var kind: String?
        var document: String?
        var date: String?
    }

    private struct StayCells {
        var arrival: String?
        var departure: String?
        var pitch: String?
        var adults: String?
        var children: String?
        var state: String?
        var amount: String?
    }

    /// - Parameter homeCountry: Whose postcodes are meant in rows without a country.
    package init(map: ColumnMap, homeCountry: String = "FR") {
        columns = map.columns.enumerated().compactMap { index, column in
            switch column {
            case .client, .request, .stay: (index, column)
            case .matching, .unknown, .ignored: nil
            }
        }
        draft = ClientDraft(homeCountry: homeCountry)
    }

    /// What was doubtful in the row that was read last.
    package var remarks: [ImportRemark] { draft.remarks }

    mutating func forgetRemarks() { draft.forgetRemarks() }

    /// Reads one row. Returns nil where it names neither a person nor a company.
    package mutating func read(
        _ row: UnsafeBufferPointer<UInt8>, _ cells: UnsafeBufferPointer<Range<Int>>, line: Int
    ) -> ImportedRow? {
        draft.begin(line: line)
        request = RequestCells()
        stay = StayCells()
        for (index, column) in columns {
            guard let text = cellText(UnsafeBufferPointer(rebasing: row[cells[index]])) else { continue }
            switch column {
            case .client(let field): draft.take(text, as: field)
            case .request(let field): take(text, as: field)
            case .stay(let field): take(text, as: field)
            case .matching, .unknown, .ignored: break
            }
        }
        guard let client = draft.finished() else { return nil }
        return ImportedRow(client: client, request: readRequest(), stay: readStay(), line: line)
    }

    private mutating func take(_ text: String, as field: ImportColumn.RequestField) {
        switch field {
        case .kind: request.kind = text
        case .document: request.document = text
        case .date: request.date = text
        }
    }

    private mutating func take(_ text: String, as field: ImportColumn.StayField) {
        switch field {
        case .arrival: stay.arrival = text
        case .departure: stay.departure = text
        case .pitch: stay.pitch = text
        case .adults: stay.adults = text
        case .children: stay.children = text
        case .state: stay.state = text
        case .amount: stay.amount = text
        }
    }
}

extension ClientRow {
    private mutating func note(_ field: String, _ words: Wording) { draft.note(field, words) }

    private mutating func readRequest() -> Request? {
        guard let written = request.kind else {
            if request.document != nil || request.date != nil { note("request", .noRequestKind) }
            return nil
        }
        guard let kind = StayWords.kind(of: written) else {
            note("request", .unknownRequestKind)
            return nil
        }
        let date = request.date.flatMap(cellDate)
        if request.date != nil, date == nil { note("request_date", .unreadDate("request_date")) }
        return Request(client: 0, kind: kind, document: request.document, receivedOn: date)
    }

    private mutating func readStay() -> Stay? {
        guard stay.arrival != nil || stay.departure != nil else { return nil }
        guard let arrival = stay.arrival.flatMap(cellDate), let departure = stay.departure.flatMap(cellDate),
            departure > arrival
        else {
            note("arrival", .unreadStay)
            return nil
        }
        var result = Stay(client: 0, arrival: arrival, departure: departure, pitch: stay.pitch)
        result.adults = readCount(stay.adults, "adults") ?? result.adults
        result.children = readCount(stay.children, "children") ?? result.children
        result.state = readState() ?? result.state
        if let amount = stay.amount {
            result.amount = StayWords.money(amount)
            if result.amount == nil { note("amount", .unreadNumber("amount")) }
        }
        return result
    }

    private mutating func readCount(_ text: String?, _ field: String) -> Int? {
        guard let text else { return nil }
        if let count = Int(text), (0...999).contains(count) { return count }
        note(field, .unreadNumber(field))
        return nil
    }

    private mutating func readState() -> Stay.State? {
        guard let text = stay.state else { return nil }
        if let state = StayWords.state(of: text) { return state }
        note("stay_state", .unknownState)
        return nil
    }
}

extension Wording {
    fileprivate static let noRequestKind = Wording(
        en: "the row does not say what kind of request it brings, so none was noted",
        fr: "la ligne ne dit pas de quelle demande il s'agit, aucune n'a été notée")

    fileprivate static let unknownRequestKind = Wording(
        en: "the kind of request is neither documentation nor reservation, so none was noted",
        fr: "la demande n'est ni de documentation ni de réservation, aucune n'a été notée")

    fileprivate static func unreadDate(_ field: String) -> Wording {
        Wording(
            en: "\(field) is no date that can be read, the request was noted without it",
            fr: "\(field) n'est pas une date lisible, la demande a été notée sans elle")
    }

    fileprivate static let unreadStay = Wording(
        en: "the stay has no arrival with a later departure, so none was noted",
        fr: "le séjour n'a pas d'arrivée suivie d'un départ, aucun n'a été noté")

    fileprivate static func unreadNumber(_ field: String) -> Wording {
        Wording(
            en: "\(field) is no number that can be read and was left out",
            fr: "\(field) n'est pas un nombre lisible, la valeur a été laissée de côté")
    }

    fileprivate static let unknownState = Wording(
        en: "the state of the stay is not known, the stay was noted as booked",
        fr: "l'état du séjour n'est pas connu, le séjour a été noté comme réservé")
}
