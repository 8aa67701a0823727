/// The making of a ``PreparedTable``: every cell becomes the number of its comparison form.
///
/// Columns of one kind are read by one worker, so numbers do not depend on how many workers there are.
final class Preparation: @unchecked Sendable {
    let table: RecordTable
    let stride: Int
    let slots: Store<UInt32>
    var names = NameForms()
    var phones = ValueForms()
    var emails = ValueForms()
    var localParts = ValueForms()
    var localOfEmail: [UInt32] = [0]
    var values: [ValueForms]
    var births: [UInt32: UInt32] = [:]
    var birthTotal = 0
    /// Which slots have a value: several workers set it, each its own slots.
    let filled: Store<Bool>
    private let kept: Locked<[ValueForms]>
    var facts: ListFacts
    private let model: LinkageModel?
    var languageOfCountry: [UInt8] = [0]
    private let columnOf: [LinkageField: Int]
    private let others: [Int?]

    private init(_ table: RecordTable, _ model: LinkageModel?) {
        self.table = table
        self.model = model
        facts = model?.facts ?? ListFacts()
        if model == nil { facts.otherNames = Self.otherNames(table.fields) }
        others = facts.otherNames.map { name in table.fields.firstIndex(of: .other(name)) }
        stride = Slot.others + others.count
        slots = Store(table.count * stride, repeating: 0)
        values = Array(repeating: ValueForms(), count: stride)
        filled = Store(stride, repeating: false)
        kept = Locked(values)
        columnOf = Dictionary(table.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Prepares a table; with a kept model every value is counted as in the model's list.
    static func prepared(_ table: RecordTable, _ model: LinkageModel?, workers: Workers) -> PreparedTable {
        let work = Preparation(table, model)
        let deeds: [@Sendable () -> Void] = [
            { work.readNames() }, { work.readStreets() }, { work.readContacts() }, { work.readPlaces() },
            { work.readPersons() },
            { work.readRest() },
        ]
        workers.perform(deeds.count) { deeds[$0]() }
        work.finish(workers)
        return PreparedTable(work, count: table.count)
    }

    private static func otherNames(_ fields: [LinkageField]) -> [String] {
        let names = fields.compactMap { field in
            if case .other(let name) = field { name } else { nil }
        }
        return Array(Set(names).sorted().prefix(Slot.mostOthers))
    }

    // MARK: Reading columns

    /// Reads a column into a slot; `form` is asked once for each distinct text. Returns the distinct texts' forms.
    @discardableResult
    private func read(column: Int?, into slot: Int, _ form: (UnsafeBufferPointer<UInt8>) -> UInt32) -> Bool {
        guard let column else { return false }
        var raw = Pool(expecting: 1024 + table.count / 4)
        var forms: [UInt32] = [0]
        var any = false
        table.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<table.count {
                let range = table.range(row: row, column: column)
                if range.isEmpty { continue }
                let text = UnsafeBufferPointer(rebasing: bytes[range])
                let number = Int(raw.number(of: text))
                if number == forms.count { forms.append(form(text)) }
                let value = forms[number]
                if value != 0 {
                    slots[row * stride + slot] = value
                    any = true
                }
            }
        }
        return any
    }

    private func tally(_ slot: Int, _ count: (UInt32) -> Void) {
        for row in 0..<table.count {
            let value = slots[row * stride + slot]
            if value != 0 { count(value) }
        }
    }

    private func readNames() {
        var scratch: [UInt8] = []
        let columns: [(LinkageField, Int)] = [
            (.familyName, Slot.family), (.givenName, Slot.given), (.secondFamilyName, Slot.secondFamily),
            (.secondGivenName, Slot.secondGiven),
        ]
        for (field, slot) in columns {
            filled[slot] = read(column: columnOf[field], into: slot) { self.names.number(of: $0, scratch: &scratch) }
        }
        for slot in [Slot.family, Slot.secondFamily] {
            tally(slot) {
                names.familyCounts[Int($0)] += 1
                names.familyTotal += 1
            }
        }
        for slot in [Slot.given, Slot.secondGiven] {
            tally(slot) {
                names.givenCounts[Int($0)] += 1
                names.givenTotal += 1
            }
        }
    }

    private func readStreets() {
        var (streets, numbers) = (ValueForms(), ValueForms())
        var numberOfStreet: [UInt32] = [0]
        // A street's slot holds the number of its text for a moment; its words and its number follow from that.
        var wordsOfText: [UInt32] = [0]
        let any = read(column: columnOf[.street], into: Slot.street) { text in
            let (words, number) = PlaceForms.street(text)
            wordsOfText.append(streets.number(of: words))
            numberOfStreet.append(numbers.number(of: number))
            return UInt32(wordsOfText.count - 1)
        }
        if any {
            for row in 0..<table.count {
                let text = Int(slots[row * stride + Slot.street])
                slots[row * stride + Slot.street] = wordsOfText[text]
                slots[row * stride + Slot.number] = numberOfStreet[text]
            }
        }
        read(column: columnOf[.streetNumber], into: Slot.number) { text in
            var folded: [UInt8] = []
            Folding.append(text, to: &folded)
            return numbers.number(of: folded.filter { $0 != Folding.space })
        }
        tally(Slot.street) { streets.count($0) }
        tally(Slot.number) { numbers.count($0) }
        keep(streets, Slot.street)
        keep(numbers, Slot.number)
    }

    private func keep(_ forms: ValueForms, _ slot: Int) {
        var forms = forms
        forms.pool.close()
        let closed = forms
        kept.withLock { $0[slot] = closed }
        filled[slot] = forms.total > 0
    }

    private func readContacts() {
        for (field, slot) in [(LinkageField.phone, Slot.phone), (.mobile, Slot.mobile)] {
            filled[slot] = read(column: columnOf[field], into: slot) { phones.number(of: ContactForms.phone($0)) }
            tally(slot) { phones.count($0) }
        }
        filled[Slot.email] = read(column: columnOf[.email], into: Slot.email) { text in
            let email = ContactForms.email(text)
            let number = emails.number(of: email)
            if Int(number) == localOfEmail.count {
                localOfEmail.append(localParts.number(of: ContactForms.localPart(email[...])))
            }
            return number
        }
        tally(Slot.email) {
            emails.count($0)
            localParts.count(localOfEmail[Int($0)])
        }
        phones.pool.close()
        emails.pool.close()
        localParts.pool.close()
    }

    private func readPlaces() {
        let plain: (UnsafeBufferPointer<UInt8>) -> [UInt8] = Self.folded
        let columns: [(LinkageField, Int, (UnsafeBufferPointer<UInt8>) -> [UInt8])] = [
            (.postcode, Slot.postcode, PlaceForms.postcode), (.town, Slot.town, PlaceForms.town),
            (.region, Slot.region, plain),
            (.country, Slot.country, plain),
        ]
        for (field, slot, form) in columns { readPlain([columnOf[field]], slot, form) }
    }

    /// Reads columns of one slot; where several have a value they stand together.
    private func readPlain(_ columns: [Int?], _ slot: Int, _ form: (UnsafeBufferPointer<UInt8>) -> [UInt8]) {
        var forms = ValueForms()
        for column in columns {
            var before: [UInt32] = []
            if columns.count > 1 { before = (0..<table.count).map { slots[$0 * stride + slot] } }
            let any = read(column: column, into: slot) { forms.number(of: form($0)) }
            guard any, columns.count > 1 else { continue }
            for row in 0..<table.count where before[row] != 0 && before[row] != slots[row * stride + slot] {
                let both =
                    forms.pool.text(Int(before[row])) + [Folding.space]
                    + forms.pool.text(Int(slots[row * stride + slot]))
                slots[row * stride + slot] = forms.number(of: both)
            }
        }
        tally(slot) { forms.count($0) }
        keep(forms, slot)
    }

    private static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        Folding.append(text, to: &out)
        return out
    }

    private func readPersons() {
        for (field, slot) in [(LinkageField.title, Slot.sex), (.sex, Slot.sex)] {
            if read(column: columnOf[field], into: slot, { UInt32(Titles.sex(Self.folded($0))) }) {
                filled[slot] = true
            }
        }
        guard let column = columnOf[.birthDate] else { return }
        var raw = Pool(expecting: 1024 + table.count / 4)
        table.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<table.count {
                let range = table.range(row: row, column: column)
                if !range.isEmpty {
                    slots[row * stride + Slot.birth] = raw.number(of: UnsafeBufferPointer(rebasing: bytes[range]))
                }
            }
        }
        let order = model?.facts.dateOrder ?? DateForms.order(among: raw)
        facts.dateOrder = order
        let dates = raw.bytes.withUnsafeBufferPointer { bytes in
            (0..<raw.count).map { DateForms.date(UnsafeBufferPointer(rebasing: bytes[raw.range($0)]), order) }
        }
        for row in 0..<table.count {
            let date = dates[Int(slots[row * stride + Slot.birth])]
            slots[row * stride + Slot.birth] = date
            if date != 0 {
                births[date, default: 0] += 1
                birthTotal += 1
            }
        }
        filled[Slot.birth] = birthTotal > 0
        if model == nil {
            let newYear = births.reduce(0) { $0 + ($1.key & 511 == 33 ? Int($1.value) : 0) }
            facts.newYearMeansUnknown = newYear > 5 && newYear * 73 > birthTotal
        }
    }

    private func readRest() {
        readPlain([columnOf[.company]], Slot.company, FirmForms.firm)
        readPlain(
            [columnOf[.addressComplement], columnOf[.building], columnOf[.locality]].filter { $0 != nil }, Slot.extra,
            Self.folded)
        readPlain([columnOf[.source]], Slot.source, Self.folded)
        for (place, column) in others.enumerated() { readPlain([column], Slot.others + place, Self.folded) }
    }

    // MARK: What needs several columns

    private func finish(_ workers: Workers) {
        values = kept.value
        if let model { count(as: model.counts) } else { learnSexOfGivenNames() }
        readMailboxes()
        setLanguages()
        let (names, chosen) = (names, facts.languages)
        let results = Locked(Array(repeating: [UInt32](), count: Phonetics.allCases.count))
        workers.perform(chosen.count) { place in
            let codes = names.codes(in: chosen[place])
            results.withLock { $0[chosen[place].rawValue] = codes }
        }
        self.names.codes = results.value
        self.names.pool.close()
    }

    /// Reads the names that e-mail addresses tell.
    private func readMailboxes() {
        guard filled[Slot.email], filled[Slot.family] else { return }
        var scratch: [UInt8] = []
        for row in 0..<table.count {
            let record = slots.base + row * stride
            if record[Slot.email] == 0 { continue }
            let (family, given) = (Int(record[Slot.family]), Int(record[Slot.given]))
            let local = localParts.pool.bytes[localParts.pool.range(Int(localOfEmail[Int(record[Slot.email])]))]
            let reading = MailboxForms.reading(
                local, family: names.letters[names.letterRange(family)], given: names.letters[names.letterRange(given)])
            if reading.isImplied { record[Slot.mailImplied] = UInt32(1 + min(reading.digits, 4)) }
            if !reading.given.isEmpty, given == 0 || names.isInitial[given] {
                record[Slot.mailGiven] = reading.given.withUnsafeBufferPointer {
                    names.number(of: $0, scratch: &scratch)
                }
                filled[Slot.mailGiven] = true
            }
        }
    }

    private func setLanguages() {
        let countries = values[Slot.country]
        let spoken = countries.counts.indices.map {
            Phonetics(country: String(decoding: countries.pool.text($0), as: UTF8.self))
        }
        if model == nil {
            var sizes = Array(repeating: 0, count: Phonetics.allCases.count)
            for (country, language) in spoken.enumerated() {
                if let language { sizes[language.rawValue] += Int(countries.counts[country]) }
            }
            let most = sizes.max() ?? 0
            if most > 0 { facts.mainLanguage = Phonetics(rawValue: sizes.firstIndex(of: most) ?? 0) ?? .french }
            facts.languages = Phonetics.allCases.filter {
                sizes[$0.rawValue] * 50 > table.count || $0 == facts.mainLanguage || $0 == .german
            }
        }
        languageOfCountry = spoken.map { language in
            guard let language, facts.languages.contains(language) else { return UInt8(facts.mainLanguage.rawValue) }
            return UInt8(language.rawValue)
        }
    }

    /// Replaces this table's own counts by those of a kept model's list.
    private func count(as kept: ValueCounts) {
        if kept.isEmpty { return }
        for number in names.joined.indices.dropFirst() {
            let hash = names.pool.hashes[number]
            names.familyCounts[number] = kept.families.count(hash)
            names.givenCounts[number] = kept.givens.count(hash)
            names.sex[number] = kept.male.count(hash) > 0 ? 1 : kept.female.count(hash) > 0 ? 2 : 0
        }
        (names.familyTotal, names.givenTotal, birthTotal) = (kept.families.total, kept.givens.total, kept.births.total)
        births = births.mapValues { _ in 0 }
        for date in births.keys { births[date] = kept.births.count(Hashing.mix(UInt64(date))) }
        Self.count(&phones, as: kept.phones)
        Self.count(&emails, as: kept.emails)
        Self.count(&localParts, as: kept.localParts)
        for slot in values.indices where slot < kept.values.count { Self.count(&values[slot], as: kept.values[slot]) }
    }

    private static func count(_ forms: inout ValueForms, as kept: ValueCounts.Kind) {
        for number in forms.counts.indices.dropFirst() { forms.counts[number] = kept.count(forms.pool.hashes[number]) }
        forms.total = kept.total
    }

    /// A given name has the sex of nine in ten of its bearers whose title or sex is known.
    private func learnSexOfGivenNames() {
        guard filled[Slot.sex], filled[Slot.given] else { return }
        var counts = Array(repeating: (male: UInt32(0), female: UInt32(0)), count: names.givenCounts.count)
        for row in 0..<table.count {
            let given = Int(slots[row * stride + Slot.given])
            switch slots[row * stride + Slot.sex] {
            case 1: counts[given].male += 1
            case 2: counts[given].female += 1
            default: break
            }
        }
        for given in 1..<max(counts.count, 2) where given < counts.count {
            let (male, female) = counts[given]
            if male > 2, male >= 9 * female { names.sex[given] = 1 }
            if female > 2, female >= 9 * male { names.sex[given] = 2 }
        }
    }
}
