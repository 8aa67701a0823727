/// What an e-mail address says of its owner's name: `mboland@…` belongs to a Boland whose given name begins with M.
enum MailboxForms {
    /// How an address hangs together with the name beside it.
    struct Reading {
        /// The given name, or its initial, that stands beside the family name; empty where there is none.
        var given: [UInt8] = []
        /// Whether nothing but the name's own words and initials is in it, besides digits.
        var isImplied = false
        var digits = 0
    }

    /// Reads a local part (letters and digits) by the letters of a family and a given name, either of which may be empty.
    static func reading(_ local: ArraySlice<UInt8>, family: ArraySlice<UInt8>, given: ArraySlice<UInt8>) -> Reading {
        let isDigit: (UInt8) -> Bool = { $0 >= byte("0") && $0 <= byte("9") }
        let letters = NameForms.withoutUmlauts(local.filter { !isDigit($0) })
        var reading = Reading(digits: local.count(where: isDigit))
        if family.count >= 3, let rest = rest(of: letters, without: family) {
            reading.given = rest
            reading.isImplied = rest.isEmpty || isForm(rest, of: given)
        } else if given.count >= 3, let rest = rest(of: letters, without: given) {
            reading.isImplied = rest.isEmpty || isForm(rest, of: family)
        }
        return reading
    }

    private static func isForm(_ rest: [UInt8], of name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && (rest.elementsEqual(name) || rest.count == 1 && rest.first == name.first)
    }

    /// What is left of `letters` when `name` is taken off its beginning or its end.
    private static func rest(of letters: [UInt8], without name: ArraySlice<UInt8>) -> [UInt8]? {
        if letters.starts(with: name) { return Array(letters.dropFirst(name.count)) }
        if letters.suffix(name.count).elementsEqual(name) { return Array(letters.dropLast(name.count)) }
        return nil
    }
}
