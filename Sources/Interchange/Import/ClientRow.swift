package import Correspondence

/// Reads rows of a list as clients, with the request and the stay that a row may bring along.
///
/// Cells are trimmed, freed of control characters and brought to composed form. What is doubtful is kept as it was written
/// and flagged: a client's field in ``Client/doubts``, everything also in ``remarks``. A date that cannot be read has no
/// place in its field; the doubt keeps its text. A country that is not known stays in its field as it was written.
package struct ClientRow {
    private let columns: [(index: Int, column: ImportColumn)]
    private let homeCountry: String
    /// What was doubtful in the row that was read last.
    package private(set) var remarks: [ImportRemark] = []

    private var client = Client()
    private var request = RequestCells()
    private var stay = StayCells()
    private var line = 0

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
        self.homeCountry = homeCountry
    }

    mutating func forgetRemarks() { remarks.removeAll(keepingCapacity: true) }

    /// Reads one row. Returns nil where it names neither a person nor a company.
    package mutating func read(
        _ row: UnsafeBufferPointer<UInt8>, _ cells: UnsafeBufferPointer<Range<Int>>, line: Int
    ) -> ImportedRow? {
        self.line = line
        client = Client()
        request = RequestCells()
        stay = StayCells()
        remarks.removeAll(keepingCapacity: true)
        for (index, column) in columns {
            guard let text = cellText(UnsafeBufferPointer(rebasing: row[cells[index]])) else { continue }
            switch column {
            case .client(let field): take(text, as: field)
            case .request(let field): take(text, as: field)
            case .stay(let field): take(text, as: field)
            case .matching, .unknown, .ignored: break
            }
        }
        guard client.familyName != nil || client.company != nil else { return nil }
        checkPostcode()
        return ImportedRow(client: client, request: readRequest(), stay: readStay(), line: line)
    }

    private mutating func take(_ text: String, as field: ClientField) {
        switch field {
        case .reference: client.reference = text
        case .title: client.title = text
        case .familyName: client.familyName = text
        case .givenName: client.givenName = text
        case .company: client.company = text
        case .addressComplement: client.address.complement = text
        case .building: client.address.building = text
        case .street: client.address.street = text
        case .locality: client.address.locality = text
        case .postcode: client.address.postcode = text
        case .town: client.address.town = text
        case .country: client.address.country = CountryNames.code(of: text) ?? doubtful(text, field)
        case .phone: client.phone = isPhone(text) ? text : doubtful(text, field)
        case .mobile: client.mobile = isPhone(text) ? text : doubtful(text, field)
        case .email: client.email = isEmail(text) ? text : doubtful(text, field)
        case .birthDate: client.birthDate = readDate(text, field)
        case .language: client.language = LanguageNames.language(of: text) ?? unread(text, field)
        case .type: client.types = types(in: text)
        case .origin: client.origin = text
        case .createdOn: client.createdOn = readDate(text, field)
        }
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
    private mutating func doubtful(_ text: String, _ field: ClientField) -> String {
        client.doubts.append(Client.Doubt(field: field, written: text))
        remarks.append(ImportRemark(line: line, field: field.name, words: .doubtful(field)))
        return text
    }

    /// Flags a value that has no place in its field.
    private mutating func unread<Value>(_ text: String, _ field: ClientField) -> Value? {
        _ = doubtful(text, field)
        return nil
    }

    private mutating func readDate(_ text: String, _ field: ClientField) -> CivilDate? {
        cellDate(text) ?? unread(text, field)
    }

    private mutating func checkPostcode() {
        guard let postcode = client.address.postcode else { return }
        let country = client.address.country ?? homeCountry
        if !isPostcode(postcode, in: country) { _ = doubtful(postcode, .postcode) }
    }

    /// Several types stand in one cell with a comma, a semicolon or a bar between them.
    private func types(in text: String) -> [String] {
        var types: [String] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "|" }) {
            let first = part.drop { $0 == " " }
            var name = String(first)
            while name.last == " " { name.removeLast() }
            if !name.isEmpty, !types.contains(name) { types.append(name) }
        }
        return types
    }

    private mutating func note(_ field: String, _ words: Wording) {
        remarks.append(ImportRemark(line: line, field: field, words: words))
    }

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
    fileprivate static func doubtful(_ field: ClientField) -> Wording {
        Wording(
            en: "\(field.name) is doubtful and was kept as it was written",
            fr: "\(field.frenchName) : valeur douteuse, gardée telle quelle")
    }

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
