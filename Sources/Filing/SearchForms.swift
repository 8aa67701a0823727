import Correspondence

/// The texts that a client is found by.
///
/// They make the keys when a record is filed, and they are compared again, whole, when a key has led to a record.
struct SearchForms {
    private var words: [UInt8] = []
    private var text: [UInt8] = []
    /// Where the words of a name begin in it.
    private var starts: [Int] = []

    /// Words that nobody looks a name up by.
    private static let particles: Set<[UInt8]> = Set(
        [
            "d", "de", "du", "des", "l", "la", "le", "les", "van", "von", "der", "den", "het", "t", "ter", "ten", "te",
            "zu",
            "zum", "zur", "di", "da", "del", "della", "dello", "dei", "dos", "das", "do", "el", "af", "av", "y", "e",
            "et", "und",
        ].map { Array($0.utf8) })

    static func isParticle(_ word: some Collection<UInt8>) -> Bool {
        word.count <= 5 && particles.contains(Array(word))
    }

    /// Hands over every form of the client's own page. What is handed over is good until the next call only.
    mutating func each(of cells: ClientCells, _ body: (SearchKind, ArraySlice<UInt8>) -> Void) {
        name(cells, .familyName, kind: .familyName, followedBy: .givenName, body)
        whole(cells, .givenName, kind: .givenName, body)
        name(cells, .company, kind: .company, followedBy: nil, body)
        whole(cells, .email, kind: .email, body)
        town(cells, body)
        for column in [ClientColumns.Text.phone, .mobile] where !cells.isEmpty(column) {
            text.removeAll(keepingCapacity: true)
            cells.withBytes(of: .country) { country in
                cells.withBytes(of: column) { PhoneDigits.append($0, country: country, to: &text) }
            }
            if !text.isEmpty { body(.phone, text[...]) }
        }
    }

    /// Hands over the forms of a companion's name.
    mutating func each(of companion: Companion, _ body: (SearchKind, ArraySlice<UInt8>) -> Void) {
        let given = Folding.folded(companion.givenName ?? "")
        let family = Folding.folded(companion.familyName ?? "")
        if !family.isEmpty { body(.companion, (family + given)[...]) }
        if !given.isEmpty { body(.companion, (given + family)[...]) }
    }

    /// Hands over the form of a plate.
    mutating func each(of vehicle: Vehicle, _ body: (SearchKind, ArraySlice<UInt8>) -> Void) {
        let plate = Folding.folded(vehicle.plate ?? "")
        if !plate.isEmpty { body(.plate, plate[...]) }
    }

    /// Hands over the names that likeness is measured on: family name, given name, company.
    mutating func eachName(of cells: ClientCells, _ body: (ArraySlice<UInt8>) -> Void) {
        for column in [ClientColumns.Text.familyName, .givenName, .company] where !cells.isEmpty(column) {
            text.removeAll(keepingCapacity: true)
            cells.withBytes(of: column) { Folding.fold($0, into: &text) }
            if !text.isEmpty { body(text.prefix(40)) }
        }
    }

    /// A name from its beginning, and from each later word that is no particle: "de la Tour" and "Tour".
    private mutating func name(
        _ cells: ClientCells, _ column: ClientColumns.Text, kind: SearchKind, followedBy next: ClientColumns.Text?,
        _ body: (SearchKind, ArraySlice<UInt8>) -> Void
    ) {
        guard !cells.isEmpty(column) else { return }
        fold(cells, column)
        text.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        for word in words.split(separator: Folding.space) {
            if starts.isEmpty || !Self.isParticle(word) { starts.append(text.count) }
            text.append(contentsOf: word)
        }
        if let next { cells.withBytes(of: next) { Folding.fold($0, into: &text) } }
        for start in starts.prefix(4) { body(kind, text[start...]) }
    }

    private mutating func whole(
        _ cells: ClientCells, _ column: ClientColumns.Text, kind: SearchKind,
        _ body: (SearchKind, ArraySlice<UInt8>) -> Void
    ) {
        guard !cells.isEmpty(column) else { return }
        text.removeAll(keepingCapacity: true)
        cells.withBytes(of: column) { Folding.fold($0, into: &text) }
        if !text.isEmpty { body(kind, text[...]) }
    }

    private mutating func town(_ cells: ClientCells, _ body: (SearchKind, ArraySlice<UInt8>) -> Void) {
        guard !cells.isEmpty(.town) else { return }
        fold(cells, .town)
        text.removeAll(keepingCapacity: true)
        for word in words.split(separator: Folding.space) { text.append(contentsOf: Self.townWord(word)) }
        if !text.isEmpty { body(.town, text[...]) }
    }

    private mutating func fold(_ cells: ClientCells, _ column: ClientColumns.Text) {
        words.removeAll(keepingCapacity: true)
        cells.withBytes(of: column) { Folding.fold($0, into: &words, keepingWords: true) }
    }

    private static let saint = Array("saint".utf8)[...]
    private static let sainte = Array("sainte".utf8)[...]

    /// "St" and "Ste" as they are spelt out.
    static func townWord(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if word.elementsEqual("st".utf8) { return saint }
        return word.elementsEqual("ste".utf8) ? sainte : word
    }
}
