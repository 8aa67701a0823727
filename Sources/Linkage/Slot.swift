/// The places of a prepared record: one 32-bit number each, 0 where the value is missing.
enum Slot {
    static let family = 0
    static let given = 1
    static let secondFamily = 2
    static let secondGiven = 3
    /// 1 male, 2 female.
    static let sex = 4
    /// A date as ``DateForms`` packs it.
    static let birth = 5
    static let phone = 6
    static let mobile = 7
    static let email = 8
    static let street = 9
    static let number = 10
    /// Complement, building and locality together.
    static let extra = 11
    static let postcode = 12
    static let town = 13
    static let region = 14
    static let country = 15
    static let company = 16
    static let source = 17
    /// The given name that the e-mail address tells, where the record itself has none or an initial.
    static let mailGiven = 18
    /// 1 where the e-mail address is made of the name alone, 2 to 5 with one to four digits, 0 otherwise.
    static let mailImplied = 19
    /// The first column that is compared generically.
    static let others = 20
    /// More columns of unknown meaning are not compared.
    static let mostOthers = 12

    /// The slots that a column fills.
    static func slots(of field: LinkageField, _ others: [String]) -> [Int] {
        switch field {
        case .familyName: [family]
        case .givenName: [given]
        case .secondFamilyName: [secondFamily]
        case .secondGivenName: [secondGiven]
        case .title, .sex: [sex]
        case .birthDate: [birth]
        case .phone: [phone]
        case .mobile: [mobile]
        case .email: [email]
        case .street: [street, number]
        case .streetNumber: [number]
        case .addressComplement, .building, .locality: [extra]
        case .postcode: [postcode]
        case .town: [town]
        case .region: [region]
        case .country: [country]
        case .company: [company]
        case .source: [source]
        case .other(let name): others.firstIndex(of: name).map { [Slot.others + $0] } ?? []
        case .language, .type, .origin, .createdOn: []
        }
    }
}

/// The distinct values of one kind, numbered, with how many records have each.
struct ValueForms: Sendable {
    var pool = Pool()
    var counts: [UInt32] = [0]
    var total = 0

    mutating func number(of text: [UInt8]) -> UInt32 {
        let number = pool.number(of: text)
        if Int(number) == counts.count { counts.append(0) }
        return number
    }

    mutating func count(_ number: UInt32) {
        if number == 0 { return }
        counts[Int(number)] += 1
        total += 1
    }
}
