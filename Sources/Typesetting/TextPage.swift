import Correspondence

/// Lays one letter out on the grid of plain text: letterhead, address, date and subject, then the body page by page.
struct TextPage {
    let letter: Letter
    let geometry: Geometry
    let setter: TextSetter
    /// Whether lines of the letterhead found no room.
    private(set) var isHeaderCut = false

    init(_ letter: Letter, geometry: Geometry, setter: TextSetter) {
        self.letter = letter
        self.geometry = geometry
        self.setter = setter
    }

    /// Returns the lines of each page; nil where the address does not fit.
    mutating func sheets() -> [[TextLine]]? {
        switch geometry.kind {
        case .labels(let columns, let rows, _, _, _):
            let grid = TextLabelGrid(columns: columns, rows: rows)
            return grid.lines(letter.addressLines.map(setter.alphabet.scalars), setter).map { [$0] }
        case .envelope:
            guard let address = TextAddress(letter, in: geometry, setter: setter) else { return nil }
            return [top(address)]
        case .letter:
            guard let address = TextAddress(letter, in: geometry, setter: setter) else { return nil }
            return letterSheets(address)
        }
    }

    static func column(_ millimetres: Double) -> Int { Int((millimetres / 2.54).rounded(.down)) }
    static func row(_ millimetres: Double) -> Int { Int((millimetres * 6 / 25.4).rounded(.down)) }

    // MARK: Above the body

    /// Letterhead and address.
    private mutating func top(_ address: TextAddress) -> [TextLine] {
        var page: [TextLine] = []
        putHeader(beside: address, on: &page)
        for (number, line) in address.lines.enumerated() {
            Self.put(line, row: address.row + number, column: address.column, on: &page)
        }
        return page
    }

    /// The letterhead stands above the address, or, where it is too tall for that, in the column beside it.
    private mutating func putHeader(beside address: TextAddress, on page: inout [TextLine]) {
        let blocks = letter.body.filter { TextSetter.isGroup($0, .header) }
        let above = address.lines.isEmpty ? TextPage.row(geometry.window.y) : address.row
        var lines = setter.lines(of: blocks, width: PlainTextPress.width)
        var column = PlainTextPress.left
        var room = max(above - 2, 0)
        if lines.count > room, let beside = address.columnBeside(in: geometry) {
            lines = setter.lines(of: blocks, width: beside.width)
            column = beside.column
            room = TextPage.row(max(geometry.subjectY, geometry.window.y + geometry.window.height)) - 5
        }
        isHeaderCut = lines.count > room
        for (number, line) in lines.prefix(room).enumerated() {
            Self.put(line, row: 1 + number, column: column, on: &page)
        }
    }

    private func putOpening(on page: inout [TextLine]) {
        let dateColumn = max(Self.column(geometry.dateX), PlainTextPress.left)
        let reference = setter.alphabet.scalars(letter.referenceLine)
        let date = setter.alphabet.scalars(letter.placeAndDate)
        Self.put(reference, row: Self.row(geometry.referenceY), column: PlainTextPress.left, on: &page)
        // A long place moves the date to the left, as the address does.
        let start = min(dateColumn, PlainTextPress.columns - date.count)
        Self.put(date, row: Self.row(geometry.dateY), column: start, on: &page)
        let label = Layout.subjectLabels[letter.language.rawValue] ?? ""
        var row = Self.row(geometry.subjectY)
        if !letter.subject.runs.isEmpty {
            for line in setter.wrapped([Letter.Run(label)] + letter.subject.runs, width: PlainTextPress.width) {
                Self.put(line, row: row, column: PlainTextPress.left, on: &page)
                row += 1
            }
            row += 1
        }
        while page.count < row { page.append([]) }
    }

    // MARK: Body

    private mutating func letterSheets(_ address: TextAddress) -> [[TextLine]] {
        var first = top(address)
        putOpening(on: &first)
        let whole = setter.lines(
            of: letter.body.filter { TextSetter.isGroup($0, .footer) }, width: PlainTextPress.width)
        // A footer that leaves the first page no room for a line of the body follows the body instead.
        let footer = first.count + whole.count < PlainTextPress.rows - 4 ? whole : []
        var flow = TextFlow(setter)
        flow.append(letter.body)
        if footer.isEmpty, !whole.isEmpty { flow.append(whole) }
        var sheets = [first]
        // The footer keeps its place on the first page, a line of space above it.
        let last = PlainTextPress.rows - 6
        flow.fill(&sheets, firstRows: min(last, PlainTextPress.rows - 4 - footer.count), rows: last, top: 3)
        finish(&sheets, footer: footer)
        return sheets
    }

    private func finish(_ sheets: inout [[TextLine]], footer: [TextLine]) {
        let (rows, columns) = (PlainTextPress.rows, PlainTextPress.columns)
        for (number, line) in footer.enumerated() {
            Self.put(line, row: rows - 3 - footer.count + number, column: PlainTextPress.left, on: &sheets[0])
        }
        let code = setter.alphabet.scalars(letter.pieceCode)
        for index in sheets.indices {
            if sheets.count > 1 {
                let number = TextLine("\(index + 1)/\(sheets.count)".unicodeScalars)
                Self.put(number, row: rows - 3, column: (columns - number.count) / 2, on: &sheets[index])
            }
            Self.put(code, row: rows - 1, column: max(columns - code.count, 0), on: &sheets[index])
            while sheets[index].last?.isEmpty == true { sheets[index].removeLast() }
        }
    }

    /// Writes a line at its place; what stands further to the right on the page stays there.
    static func put(_ line: TextLine, row: Int, column: Int, on page: inout [TextLine]) {
        while page.count <= row { page.append([]) }
        guard !line.isEmpty else { return }
        while page[row].count < column { page[row].append(" ") }
        let end = min(column + line.count, page[row].count)
        page[row].replaceSubrange(column..<end, with: line)
    }
}
