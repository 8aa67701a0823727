/// Text as HTML and XML write it.
package enum Markup {
    /// Returns `text` with what a page would take for its own replaced: `&`, `<`, `>` and `"`.
    ///
    /// Sign by sign, not by character: a `<` with a combining accent behind it is one character, and still opens a tag.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for sign in text.unicodeScalars {
            switch sign {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(sign)
            }
        }
        return result
    }
}
