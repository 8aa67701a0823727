import Correspondence

/// Takes the forms that a client is found by, one after the other; a form is good for the length of the call.
protocol FormSink {
    mutating func put(_ kind: SearchKind, _ form: UnsafeBufferPointer<UInt8>)
}

/// The texts that a client is found by.
///
/// They make the keys when a record is filed, and they are compared again, whole, when a key has led to a record.
struct SearchForms {
    private var words: [UInt8] = []
    private var text: [UInt8] = []

    /// Hands over every form of the client's own page.
    mutating func visit(_ cells: ClientCells, _ sink: inout some FormSink) {
        name(cells, .familyName, kind: .familyName, &sink)
        name(cells, .givenName, kind: .givenName, &sink)
        name(cells, .company, kind: .company, &sink)
        if !cells.isEmpty(.email) {
            text.removeAll(keepingCapacity: true)
            cells.withBytes(of: .email) { Folding.fold($0, into: &text) }
            put(.email, &sink)
        }
        town(cells, &sink)
        phone(cells, .phone, &sink)
        phone(cells, .mobile, &sink)
    }

    /// Hands over the forms of a companion's name, in either order.
    mutating func visit(_ companion: Companion, _ sink: inout some FormSink) {
        let given = Folding.folded(companion.givenName ?? "")
        let family = Folding.folded(companion.familyName ?? "")
        text = family + given
        put(.companion, &sink)
        text = given + family
        put(.companion, &sink)
    }

    /// Hands over the form of a plate.
    mutating func visit(_ vehicle: Vehicle, _ sink: inout some FormSink) {
        text = Folding.folded(vehicle.plate ?? "")
        put(.plate, &sink)
    }

    private func put(_ kind: SearchKind, from start: Int = 0, _ sink: inout some FormSink) {
        guard start < text.count else { return }
        text.withUnsafeBufferPointer { sink.put(kind, UnsafeBufferPointer(rebasing: $0[start...])) }
    }

    /// A name from its beginning, and from each later word that is no particle: "de la Tour" and "Tour".
    private mutating func name(
        _ cells: ClientCells, _ column: ClientColumns.Text, kind: SearchKind, _ sink: inout some FormSink
    ) {
        guard !cells.isEmpty(column) else { return }
        words.removeAll(keepingCapacity: true)
        cells.withBytes(of: column) { Folding.fold($0, into: &words, keepingWords: true) }
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: words)
        text.removeAll { $0 == Folding.space }
        put(kind, &sink)
        guard text.count < words.count else { return }
        laterWords(kind, &sink)
    }

    /// At most three of them.
    private func laterWords(_ kind: SearchKind, _ sink: inout some FormSink) {
        var start = 0
        var count = 0
        for (index, word) in words.split(separator: Folding.space).enumerated() {
            if index > 0, count < 3, !Self.isParticle(word) {
                put(kind, from: start, &sink)
                count += 1
            }
            start += word.count
        }
    }

    private mutating func town(_ cells: ClientCells, _ sink: inout some FormSink) {
        guard !cells.isEmpty(.town) else { return }
        words.removeAll(keepingCapacity: true)
        cells.withBytes(of: .town) { Folding.fold($0, into: &words, keepingWords: true) }
        text.removeAll(keepingCapacity: true)
        if words.contains(Folding.space) {
            for word in words.split(separator: Folding.space) { text.append(contentsOf: Self.townWord(word)) }
        } else {
            text.append(contentsOf: words)
        }
        put(.town, &sink)
    }

    private mutating func phone(_ cells: ClientCells, _ column: ClientColumns.Text, _ sink: inout some FormSink) {
        guard !cells.isEmpty(column) else { return }
        text.removeAll(keepingCapacity: true)
        cells.withBytes(of: .country) { country in
            cells.withBytes(of: column) { PhoneDigits.append($0, country: country, to: &text) }
        }
        put(.phone, &sink)
    }
}

extension SearchForms {
    /// Words that nobody looks a name up by.
    private static let particles: Set<[UInt8]> = Set(
        [
            "d", "de", "du", "des", "l", "la", "le", "les", "van", "von", "der", "den", "het", "t", "ter", "ten", "te",
            "zu", "zum", "zur", "di", "da", "del", "della", "dello", "dei", "dos", "das", "do", "el", "af", "av", "y",
            "e", "et", "und",
        ].map { Array($0.utf8) })

    static func isParticle(_ word: some Collection<UInt8>) -> Bool {
        word.count <= 5 && particles.contains(Array(word))
    }

    private static let saint = Array("saint".utf8)[...]
    private static let sainte = Array("sainte".utf8)[...]

    /// "St" and "Ste" as they are spelt out.
    static func townWord(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if word.elementsEqual("st".utf8) { return saint }
        return word.elementsEqual("ste".utf8) ? sainte : word
    }
}

/// Turns forms into keys, and keeps the names among them for the table of names.
struct KeySink: FormSink {
    var keys: [Int64] = []
    /// Names that likeness is measured on, end to end, with the end of each.
    var names: [UInt8] = []
    var ends: [Int] = []

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func put(_ kind: SearchKind, _ form: UnsafeBufferPointer<UInt8>) {
        keys.append(SearchKey.key(kind, form))
        guard SearchKind.names.contains(kind), form.count <= 40 else { return }
        names.append(contentsOf: form)
        ends.append(names.count)
    }
}

/// Tells whether any form of one kind begins with a text, or is it.
struct BeginningSink: FormSink {
    let kind: SearchKind
    let text: [UInt8]
    var isWhole = false
    var isFound = false

    mutating func put(_ kind: SearchKind, _ form: UnsafeBufferPointer<UInt8>) {
        guard kind == self.kind, form.starts(with: text) else { return }
        if !isWhole || form.count == text.count { isFound = true }
    }
}
