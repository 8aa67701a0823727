package import Correspondence

/// Prints letters as plain text on a grid of 80 columns and 66 lines, for a line printer or a mail.
///
/// Address, date and subject stand where the geometry puts them at ten characters and six lines to the inch. A form feed
/// ends each page but the last. An address that is too wide for its column moves to the left, and no letter of it is lost;
/// the letters left out are those that ``PostScriptPress`` leaves out.
package final class PlainTextPress {
    package enum Encoding: Hashable, Sendable {
        case utf8
        /// ISO 8859-15. What it lacks is written with the nearest letters; what has none becomes `?` and is reported.
        case latin9
    }

    static let columns = 80
    static let rows = 66
    static let left = 8
    static let width = 64

    private let sink: any ByteSink
    private let encoding: Encoding
    private let ruler: AddressRuler
    let alphabet: TextAlphabet
    private var pages = 0
    /// The sheet of labels at hand, and how many labels are on it.
    var labelSheet: [TextLine] = []
    var labels = 0

    /// - Parameters:
    ///   - fonts: Addresses are measured in type, so that both presses leave out the same letters.
    ///   - options: What concerns PostScript only is passed over.
    package init(
        fonts: FontBook, options: PressOptions = PressOptions(), encoding: Encoding = .utf8, sink: any ByteSink
    ) {
        self.sink = sink
        self.encoding = encoding
        alphabet = TextAlphabet(encoding)
        ruler = AddressRuler(fonts: fonts, options: options)
    }

    /// A letter that is set, and not yet written.
    package struct SetLetter {
        package fileprivate(set) var printed: Printed
        fileprivate var geometry: Geometry
        fileprivate var sheets: [[TextLine]]
    }

    /// Sets a letter and writes its pages.
    @discardableResult
    package func put(_ letter: Letter) throws(Problem) -> Printed {
        try put(set(letter))
    }

    /// Writes a letter that ``set(_:)`` set, unless it is to be left out.
    @discardableResult
    package func put(_ letter: SetLetter) throws(Problem) -> Printed {
        var printed = letter.printed
        guard printed.leftOut == nil else { return printed }
        if case .labels(let columns, let rows, _, _, _) = letter.geometry.kind {
            try putLabel(letter.sheets[0], on: TextLabelGrid(columns: columns, rows: rows), printed: &printed)
        } else {
            try endLabelSheet()
            printed.firstPage = pages + 1
            for sheet in letter.sheets { try write(sheet) }
        }
        return printed
    }

    /// - Returns: How many pages were written.
    @discardableResult
    package func finish() throws(Problem) -> Int {
        try endLabelSheet()
        return pages
    }

    /// Sets a letter without writing anything.
    package func set(_ letter: Letter) throws(Problem) -> SetLetter {
        let geometry = try Geometry.named(letter.geometry)
        alphabet.forget()
        let fit = ruler.fit(of: letter, in: geometry)
        let setter = TextSetter(isFrench: letter.language == .french, alphabet: alphabet)
        var page = TextPage(letter, geometry: geometry, setter: setter)
        guard fit.stays, let sheets = page.sheets() else {
            let leftOut = LeftOut.addressLeavesWindow(letter.client ?? 0)
            return SetLetter(
                printed: Printed(pages: 0, firstPage: 0, leftOut: leftOut), geometry: geometry, sheets: [])
        }
        var printed = Printed(pages: sheets.count, firstPage: 0)
        let found: [(Bool, String, Wording)] = [
            (alphabet.hasForeign, "glyph_missing", .characterMissing),
            (fit.hasLongLine, "address_line_long", .addressLineLong),
            (page.isHeaderCut, "header_too_tall", .headerCut),
        ]
        for (isFound, code, words) in found where isFound {
            printed.warnings.append(Printed.Warning(code: code, client: letter.client, words: words))
        }
        return SetLetter(printed: printed, geometry: geometry, sheets: sheets)
    }

    // MARK: Bytes

    private func write(_ sheet: [TextLine]) throws(Problem) {
        var bytes: [UInt8] = pages > 0 ? [12] : []
        for line in sheet {
            for scalar in line { append(scalar, to: &bytes) }
            bytes.append(10)
        }
        pages += 1
        let result: Result<Void, Problem> = bytes.withUnsafeBytes { raw in
            do throws(Problem) { return .success(try sink.write(raw)) } catch { return .failure(error) }
        }
        try result.get()
    }

    private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let plain: Unicode.Scalar = scalar.value == 0xA0 || scalar.value == 0x202F ? " " : scalar
        switch encoding {
        case .utf8: bytes.append(contentsOf: String(plain).utf8)
        // The alphabet has let nothing else through.
        case .latin9: bytes.append(Latin9.byte(of: plain) ?? UInt8(ascii: "?"))
        }
    }

    // MARK: Labels

    /// Puts an address on the sheet of labels at hand, a new one where that is full.
    private func putLabel(_ lines: [TextLine], on grid: TextLabelGrid, printed: inout Printed) throws(Problem) {
        if labels == grid.count { try endLabelSheet() }
        printed.pages = labels == 0 ? 1 : 0
        printed.firstPage = pages + 1
        grid.put(lines, number: labels, on: &labelSheet)
        labels += 1
    }

    private func endLabelSheet() throws(Problem) {
        guard labels > 0 else { return }
        try write(labelSheet)
        (labelSheet, labels) = ([], 0)
    }
}

extension Wording {
    static let characterMissing = Wording(
        en: "a character of this letter is not in ISO 8859-15; a question mark stands in its place.",
        fr: "un caractère de cette lettre n'est pas dans ISO 8859-15 ; un point d'interrogation le remplace.")
    static let headerCut = Wording(
        en: "the letterhead is too tall for the lines above the address; its last lines are missing.",
        fr: "l'en-tête est trop haut pour les lignes au-dessus de l'adresse ; ses dernières lignes manquent.")
}
