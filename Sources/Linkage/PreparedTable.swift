/// The records in the form that is compared: numbers instead of text, one row of 32-bit slots for each record.
final class PreparedTable: Sendable {
    let count: Int
    /// Slots of a record.
    let stride: Int
    let slots: Store<UInt32>
    let names: NameForms
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
    /// Names of the columns compared generically.
    let otherNames: [String]
    /// The language of most records, for phonetic keys where a record's country says nothing.
    let mainLanguage: Phonetics
    /// The language of each country number.
    let languageOfCountry: [UInt8]

    init(_ parts: Preparation, count: Int, otherNames: [String]) {
        self.count = count
        stride = parts.stride
        slots = parts.slots
        names = parts.names
        phones = parts.phones
        emails = parts.emails
        localParts = parts.localParts
        localOfEmail = parts.localOfEmail
        values = parts.values
        births = parts.births
        birthTotal = parts.birthTotal
        used = parts.used
        self.otherNames = otherNames
        mainLanguage = parts.mainLanguage
        languageOfCountry = parts.languageOfCountry
    }

    @inline(__always)
    func slot(_ row: Int, _ slot: Int) -> UInt32 { slots[row * stride + slot] }

    @inline(__always)
    func record(_ row: Int) -> UnsafePointer<UInt32> { UnsafePointer(slots.base + row * stride) }
}
