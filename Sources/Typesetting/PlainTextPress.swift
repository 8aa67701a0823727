package import Correspondence

/// Prints letters as plain text on a grid of 80 columns and 66 lines, for a line printer or a mail.
///
/// Address, date and subject stand where the geometry puts them at ten characters and six lines to the inch. A form feed
/// ends each page but the last.
package final class PlainTextPress {
    package enum Encoding: Hashable, Sendable {
        case utf8
        /// ISO 8859-15. What it lacks is written with the nearest letter; what has none becomes `?` and is reported.
        case latin9
    }

    static let columns = 80
    static let rows = 66
    static let left = 8
    static let width = 64

    private let sink: any ByteSink
    private let encoding: Encoding
    private var pages = 0

    /// - Parameter options: Only what concerns text is used: nothing so far.
    package init(options: PressOptions = PressOptions(), encoding: Encoding = .utf8, sink: any ByteSink) {
        self.sink = sink
        self.encoding = encoding
    }

    /// Sets a letter and writes its pages.
    @discardableResult
    package func put(_ letter: Letter) throws(Problem) -> Printed {
        let geometry = try Geometry.named(letter.geometry)
        var (sheets, printed) = typeset(letter, geometry: geometry)
        guard printed.leftOut == nil else { return printed }
        printed.firstPage = pages + 1
        var hasForeign = false
        for sheet in sheets {
            var bytes: [UInt8] = pages > 0 ? [12] : []
            for line in sheet {
                hasForeign = append(line, to: &bytes) || hasForeign
                bytes.append(10)
            }
            pages += 1
            let result: Result<Void, Problem> = bytes.withUnsafeBytes { raw in
                do throws(Problem) { return .success(try sink.write(raw)) } catch { return .failure(error) }
            }
            try result.get()
        }
        if hasForeign {
            printed.warnings.append(
                Printed.Warning(code: "glyph_missing", client: letter.client, words: .characterMissing))
        }
        return printed
    }

    /// Sets a letter without writing anything.
    package func rehearse(_ letter: Letter) throws(Problem) -> Printed {
        typeset(letter, geometry: try Geometry.named(letter.geometry)).printed
    }

    /// - Returns: How many pages were written.
    @discardableResult
    package func finish() throws(Problem) -> Int {
        pages
    }

    private func append(_ line: TextLine, to bytes: inout [UInt8]) -> Bool {
        var hasForeign = false
        for scalar in line {
            let plain: Unicode.Scalar = scalar.value == 0xA0 || scalar.value == 0x202F ? " " : scalar
            switch encoding {
            case .utf8: bytes.append(contentsOf: UTF8.encode(plain) ?? UTF8.encode("?").unsafelyUnwrapped)
            case .latin9:
                let coded = Latin9.bytes(of: plain)
                bytes.append(contentsOf: coded ?? [UInt8(ascii: "?")])
                if coded == nil { hasForeign = true }
            }
        }
        return hasForeign
    }

    // MARK: Pages

    private func typeset(_ letter: Letter, geometry: Geometry) -> (sheets: [[TextLine]], printed: Printed) {
        guard case .letter = geometry.kind else {
            return ([letter.addressLines.map(TextSetter.scalars)], Printed(pages: 1, firstPage: 0))
        }
        let setter = TextSetter(isFrench: letter.language == .french)
        var warnings: [Printed.Warning] = []
        let first = firstPage(letter, geometry: geometry, setter: setter, warnings: &warnings)
        guard let first else {
            return ([], Printed(pages: 0, firstPage: 0, leftOut: .addressLeavesWindow(letter.client ?? 0)))
        }
        var sheets = [first]
        for block in letter.body where !TextSetter.isMargin(block) {
            let lines = setter.lines(of: [block], width: Self.width)
            guard !lines.isEmpty else { continue }
            let isFirst = sheets.count == 1 && sheets[0].count == first.count
            fill(
                &sheets, with: (isFirst || setter.isTight(block) ? [] : [[]]) + lines,
                head: head(of: block, setter: setter))
        }
        finish(&sheets, letter: letter)
        return (sheets, Printed(pages: sheets.count, firstPage: 0, warnings: warnings))
    }

    private static func column(_ millimetres: Double) -> Int { Int((millimetres / 2.54).rounded(.down)) }
    private static func row(_ millimetres: Double) -> Int { Int((millimetres * 6 / 25.4).rounded(.down)) }

    /// Everything above the body; nil where the address does not fit.
    private func firstPage(
        _ letter: Letter, geometry: Geometry, setter: TextSetter, warnings: inout [Printed.Warning]
    ) -> [TextLine]? {
        var page: [TextLine] = []
        let top = max(Self.row(geometry.window.y), 1)
        let header = letter.body.filter { TextSetter.isGroup($0, .header) }
        var headerLines = setter.lines(of: header, width: Self.width)
        if headerLines.count > top - 3 { headerLines = setter.lines(of: header, width: 32) }
        for (number, line) in headerLines.enumerated() where number < Self.row(geometry.subjectY) - 4 {
            Self.put(line, row: 1 + number, column: Self.left, on: &page)
        }
        let addressColumn = max(Self.column(geometry.window.x), Self.left)
        let room = Self.columns - addressColumn
        let limit = Self.row(geometry.window.height) + 4
        guard letter.addressLines.count <= limit else { return nil }
        let rise = max(0, letter.addressLines.count - Self.row(geometry.window.height))
        for (number, text) in letter.addressLines.enumerated() {
            let line = TextSetter.scalars(text)
            if line.count > room {
                warnings.append(Printed.Warning(code: "line_too_wide", client: letter.client, words: .lineCut))
            }
            Self.put(Array(line.prefix(room)), row: top - rise + number, column: addressColumn, on: &page)
        }
        putOpening(letter, geometry: geometry, setter: setter, on: &page)
        return page
    }

    private func putOpening(_ letter: Letter, geometry: Geometry, setter: TextSetter, on page: inout [TextLine]) {
        let dateColumn = max(Self.column(geometry.dateX), Self.left)
        Self.put(
            TextSetter.scalars(letter.referenceLine), row: Self.row(geometry.referenceY), column: Self.left, on: &page)
        Self.put(TextSetter.scalars(letter.placeAndDate), row: Self.row(geometry.dateY), column: dateColumn, on: &page)
        let label = Layout.subjectLabels[letter.language.rawValue] ?? ""
        var row = Self.row(geometry.subjectY)
        if !letter.subject.runs.isEmpty {
            for line in setter.wrapped([Letter.Run(label)] + letter.subject.runs, width: Self.width) {
                Self.put(line, row: row, column: Self.left, on: &page)
                row += 1
            }
            row += 1
        }
        while page.count < row { page.append([]) }
    }

    /// The lines that stand above a table again on each page.
    private func head(of block: Letter.Block, setter: TextSetter) -> [TextLine] {
        guard case .table(let table) = block else { return [] }
        return TextTable(table, setter: setter, width: Self.width).headLines()
    }

    private func fill(_ sheets: inout [[TextLine]], with lines: [TextLine], head: [TextLine]) {
        let last = Self.rows - 6
        for (number, line) in lines.enumerated() {
            if sheets[sheets.count - 1].count >= last {
                sheets.append([[], [], []])
                for again in head where number > head.count {
                    Self.put(
                        again, row: sheets[sheets.count - 1].count, column: Self.left, on: &sheets[sheets.count - 1])
                }
            }
            if line.isEmpty, sheets.count > 1, sheets[sheets.count - 1].count == 3 { continue }
            Self.put(line, row: sheets[sheets.count - 1].count, column: Self.left, on: &sheets[sheets.count - 1])
        }
    }

    private func finish(_ sheets: inout [[TextLine]], letter: Letter) {
        let setter = TextSetter(isFrench: letter.language == .french)
        let footer = setter.lines(of: letter.body.filter { TextSetter.isGroup($0, .footer) }, width: Self.width)
        let count = sheets.count
        for index in 0..<count {
            if index == 0, sheets[0].count <= Self.rows - 4 - footer.count {
                for (number, line) in footer.enumerated() {
                    Self.put(line, row: Self.rows - 3 - footer.count + number, column: Self.left, on: &sheets[0])
                }
            }
            if count > 1 {
                let number = TextSetter.scalars("\(index + 1)/\(count)")
                Self.put(number, row: Self.rows - 3, column: (Self.columns - number.count) / 2, on: &sheets[index])
            }
            let code = TextSetter.scalars(letter.pieceCode)
            Self.put(code, row: Self.rows - 1, column: Self.columns - code.count, on: &sheets[index])
            while sheets[index].last?.isEmpty == true { sheets[index].removeLast() }
        }
    }

    private static func put(_ line: TextLine, row: Int, column: Int, on page: inout [TextLine]) {
        while page.count <= row { page.append([]) }
        guard !line.isEmpty else { return }
        while page[row].count < column { page[row].append(" ") }
        page[row] += line
    }
}

extension Wording {
    static let characterMissing = Wording(
        en: "a character of this letter is not in ISO 8859-15; a question mark stands in its place.",
        fr: "un caractère de cette lettre n'est pas dans ISO 8859-15 ; un point d'interrogation le remplace.")
    static let lineCut = Wording(
        en: "a line of the address was too long for the page and was cut.",
        fr: "une ligne de l'adresse était trop longue pour la page et a été coupée.")
}
