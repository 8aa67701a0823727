/// Names as plain capitals, so that two spellings of one name are equal.
package enum PlainCapitals {
    /// Returns the letters and digits of a text as capitals without accents: "Le Goff-Œuvrée" is LEGOFFOEUVREE.
    ///
    /// Letters that have no Latin capital stay as they are.
    package static func of(_ text: String) -> String {
        var capitals: [UInt8] = []
        for scalar in text.unicodeScalars where !CapitalForms.append(scalar, to: &capitals) {
            if scalar.value > 0x250, scalar.properties.isAlphabetic { capitals += Array(String(scalar).utf8) }
        }
        return String(decoding: capitals, as: UTF8.self)
    }
}
