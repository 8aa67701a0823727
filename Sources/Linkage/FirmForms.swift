/// Comparison forms of firms' names.
enum FirmForms {
    /// The name's words without the legal form: `SARL Charpentes Rostand` and `Charpentes Rostand` are one firm.
    static func firm(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        Folding.append(text, to: &folded)
        let words = folded.split(separator: Folding.space)
        let own = words.filter { !legalForms.contains(Array($0)) }
        return Array((own.isEmpty ? words : own).joined(separator: [Folding.space]))
    }

    private static let legalForms: Set<[UInt8]> = Set(
        [
            "sarl", "sas", "sasu", "sa", "eurl", "sci", "snc", "scop", "ei", "eirl", "ets", "societe", "ste", "cie",
            "gmbh", "ag", "kg",
            "ohg", "ug", "ltd", "limited", "llc", "plc", "inc", "co", "corp", "company", "bv", "nv", "vof", "spa",
            "srl", "sl", "asbl",
            "vzw", "ev", "the", "et", "and", "und", "en", "de", "du", "des", "la", "le", "les",
        ].map { Array($0.utf8) })
}
