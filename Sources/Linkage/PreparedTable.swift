/// The records in the form that is compared: numbers instead of text, one row of 32-bit slots for each record.
final class PreparedTable: Sendable {
    let count: Int
    /// Slots of a record.
    let stride: Int
    let slots: Store<UInt32>
    let names: NameForms
    /// What comparing reads of them.
    let nameColumns: NameColumns
    let phones: ValueForms
    let emails: ValueForms
    /// The local part of each e-mail address.
    let localParts: ValueForms
    let localOfEmail: [UInt32]
    /// Streets, numbers, extras, postcodes, towns, regions, countries, companies, sources and others, by slot.
    let values: [ValueForms]
    /// How many records have each date of birth.
    let births: [UInt32: UInt32]
    let birthTotal: Int
    /// Which slots have a value in at least one record.
    let used: [Bool]
    let facts: ListFacts
    /// The language of each country number.
    let languageOfCountry: [UInt8]

    init(_ parts: Preparation, count: Int) {
        self.count = count
        stride = parts.stride
        slots = parts.slots
        names = parts.names
        nameColumns = NameColumns(parts.names, main: parts.facts.mainLanguage)
        phones = parts.phones
        emails = parts.emails
        localParts = parts.localParts
        localOfEmail = parts.localOfEmail
        values = parts.values
        births = parts.births
        birthTotal = parts.birthTotal
        used = (0..<parts.stride).map { parts.filled[$0] }
        facts = parts.facts
        languageOfCountry = parts.languageOfCountry
    }

    /// The same table with every column that stands in `fields` taken for filled: what a list of such columns would allow.
    init(allUsed other: PreparedTable, fields: [LinkageField]) {
        (count, stride, slots, names) = (other.count, other.stride, other.slots, other.names)
        nameColumns = other.nameColumns
        (phones, emails, localParts, localOfEmail) = (other.phones, other.emails, other.localParts, other.localOfEmail)
        (values, births, birthTotal, facts) = (other.values, other.births, other.birthTotal, other.facts)
        languageOfCountry = other.languageOfCountry
        var used = Array(repeating: false, count: other.stride)
        for field in fields {
            for slot in Slot.slots(of: field, facts.otherNames) { used[slot] = true }
        }
        self.used = used
    }

    var mainLanguage: Phonetics { facts.mainLanguage }
    /// Names of the columns compared generically.
    var otherNames: [String] { facts.otherNames }

    @inline(__always)
    func slot(_ row: Int, _ slot: Int) -> UInt32 { slots[row * stride + slot] }

    @inline(__always)
    func record(_ row: Int) -> UnsafePointer<UInt32> { UnsafePointer(slots.base + row * stride) }
}
