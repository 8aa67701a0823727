import Correspondence

extension PostScriptPress {
    func writePages(_ letter: Letter, geometry: Geometry) {
        var next = 0
        let placed = layout.placed.count
        for page in 0..<layout.pageCount {
            beginPage(label: letter.pieceCode, page: page, of: layout.pageCount)
            if page == 0 { writeMarks(geometry) }
            if page == 0, drawsWindow { writeWindow(geometry, dx: 0, dy: 0) }
            // The window and the opening lines were placed first, then the body page by page.
            if page == 0 {
                for index in 0..<placed where layout.placed[index].page == 0 { next = index + 1 }
                writePlaced(0..<next, geometry: geometry)
            } else {
                let start = next
                while next < placed, Int(layout.placed[next].page) == page { next += 1 }
                writePlaced(start..<next, geometry: geometry)
            }
            if case .letter = geometry.kind { writeFoot(letter, page: page, geometry: geometry) }
            spool.bytes.append("showpage restore\n")
        }
    }

    func beginPage(label: String, page: Int, of count: Int) {
        pages += 1
        spool.bytes.append("%%Page: ")
        if label.isEmpty {
            spool.bytes.append(integer: pages)
        } else {
            appendLabel(label)
            spool.bytes.append("-")
            spool.bytes.append(integer: page + 1)
            spool.bytes.append("/")
            spool.bytes.append(integer: count)
        }
        spool.bytes.append(" ")
        spool.bytes.append(integer: pages)
        spool.bytes.append("\nsave\n")
        painter.forgetFount()
    }

    /// A page label is one word: what is neither letter nor digit of ASCII is left away.
    private func appendLabel(_ label: String) {
        var count = 0
        for byte in label.utf8 where count < 64 {
            let isPlain =
                byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || byte == 45
            if isPlain {
                spool.bytes.append(byte)
                count += 1
            }
        }
    }

    func writePlaced(_ range: Range<Int>, geometry: Geometry, dx: Double = 0, dy: Double = 0) {
        let height = geometry.height * Geometry.millimetre - dy
        var index = range.lowerBound
        while index < range.upperBound {
            let placed = layout.placed[index]
            let item = layout.items[Int(placed.item)]
            if item.frame < 0 {
                painter.paint(item, top: height - placed.y, to: spool.bytes)
                index += 1
            } else {
                index = writeFrame(item, at: index, end: range.upperBound, top: height - placed.y)
            }
        }
    }

    /// Calls a frame's procedure where the whole frame stands here, else writes the one item; returns what comes next.
    private func writeFrame(_ item: Item, at index: Int, end: Int, top: Double) -> Int {
        let number = Int(item.frame)
        let count = Int(layout.frames[number].itemCount)
        let last = index + count - 1
        let isWhole: Bool
        if item.frameItem == 0, last < end {
            let ending = layout.items[Int(layout.placed[last].item)]
            isWhole = ending.frame == item.frame && Int(ending.frameItem) == count - 1
        } else {
            isWhole = false
        }
        guard isWhole else {
            spool.bytes.append("gsave 0 ")
            spool.bytes.append(hundredths: top)
            spool.bytes.append(" translate\n")
            let part = layout.frames[number].parts[Int(item.frameItem)]
            part.withUnsafeBufferPointer { spool.bytes.append($0.baseAddress.unsafelyUnwrapped, count: $0.count) }
            spool.bytes.append("grestore\n")
            return index + 1
        }
        if layout.frames[number].procedure < 0 { defineProcedure(number) }
        spool.bytes.append(hundredths: top)
        spool.bytes.append(" S")
        spool.bytes.append(integer: layout.frames[number].procedure)
        spool.bytes.append("\n")
        return last + 1
    }

    private func defineProcedure(_ number: Int) {
        layout.frames[number].procedure = procedureCount
        procedures.append(text: "/S\(procedureCount){gsave 0 exch translate\n")
        layout.frames[number].whole.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { procedures.append(start, count: bytes.count) }
        }
        procedures.append("grestore}bd\n")
        procedureCount += 1
    }

    // MARK: Marks and foot

    private func writeMarks(_ geometry: Geometry) {
        guard !geometry.folds.isEmpty else { return }
        if !marked.contains(geometry.name) { marked.append(geometry.name) }
        let number = marked.firstIndex(of: geometry.name) ?? 0
        spool.bytes.append("M")
        spool.bytes.append(integer: number)
        spool.bytes.append("\n")
    }

    /// Draws the zone of the address as a hairline.
    private func writeWindow(_ geometry: Geometry, dx: Double, dy: Double) {
        let millimetre = Geometry.millimetre
        let window = geometry.window
        let bottom = (geometry.height - window.y - window.height) * millimetre - dy
        for value in [window.x * millimetre + dx, bottom, window.width * millimetre, window.height * millimetre] {
            spool.bytes.append(hundredths: value)
            spool.bytes.append(" ")
        }
        spool.bytes.append(".3 setlinewidth rectstroke\n")
    }

    /// The page's number, on letters of several pages, and the piece code, small, in the corner.
    private func writeFoot(_ letter: Letter, page: Int, geometry: Geometry) {
        let baseline = 9 * Geometry.millimetre
        let right = (geometry.width - geometry.right) * Geometry.millimetre
        let left = geometry.left * Geometry.millimetre
        if layout.pageCount > 1 {
            let line = layout.setShortLine("\(page + 1)/\(layout.pageCount)", size: 9)
            layout.lines[line].x = (left + right - layout.lines[line].width) / 2
            painter.paintLine(line, baseline: baseline, to: spool.bytes)
        }
        guard !letter.pieceCode.isEmpty else { return }
        let line = layout.setLetterByLetter(letter.pieceCode, size: 6)
        layout.lines[line].x = (geometry.width - 8) * Geometry.millimetre - layout.lines[line].width
        painter.paintLine(line, baseline: 5 * Geometry.millimetre, to: spool.bytes)
    }

    func writeBlankPage(_ geometry: Geometry) {
        beginPage(label: "blank", page: 0, of: 1)
        spool.bytes.append("showpage restore\n")
    }

    // MARK: Labels

    func putLabel(_ letter: Letter, geometry: Geometry, printed: Printed) throws(Problem) -> Printed {
        guard case .labels(let columns, let rows, let first, let stepX, let stepY) = geometry.kind else {
            return printed
        }
        var result = printed
        if labels == columns * rows { endLabelSheet() }
        result.pages = labels == 0 ? 1 : 0
        if labels == 0 { beginPage(label: letter.pieceCode, page: 0, of: 1) }
        result.firstPage = pages
        let x = (first.x + Double(labels % columns) * stepX) * Geometry.millimetre
        let y = (first.y + Double(labels / columns) * stepY) * Geometry.millimetre
        if drawsWindow { writeWindow(geometry, dx: x, dy: y) }
        for index in 0..<layout.lines.count { layout.lines[index].x += x }
        writePlaced(0..<layout.placed.count, geometry: geometry, dy: y)
        labels += 1
        try spool.settle()
        return result
    }

    func endLabelSheet() {
        guard labels > 0 else { return }
        spool.bytes.append("showpage restore\n")
        labels = 0
    }
}

extension Layout {
    /// Sets a code at x 0, each character as a word of its own: a code is new on every letter, its characters are not.
    func setLetterByLetter(_ text: String, size: Double) -> Int {
        let style = type.number(of: TypeStyle(look: 0, size: size, isUnderlined: false, language: language))
        let first = tokens.count
        var text = text
        text.withUTF8 { utf8 in
            var place = 0
            while place < utf8.count {
                let next = min(place + TrigramTable.width(of: utf8[place]), utf8.count)
                if utf8[place] > 32 {
                    let word = type.word(
                        UnsafeBufferPointer(rebasing: utf8[place..<next]), style: style, isLiteral: false)
                    tokens.append(Token(word: word, style: style))
                }
                place = next
            }
        }
        var line = SetLine(firstToken: Int32(first), endToken: Int32(tokens.count), x: 0, width: 0, extra: 0)
        line.width = naturalWidth(line)
        lines.append(line)
        return lines.count - 1
    }

    /// Sets a few words at x 0, in the house's family; returns the line's number.
    func setShortLine(_ text: String, size: Double) -> Int {
        let style = type.number(of: TypeStyle(look: 0, size: size, isUnderlined: false, language: language))
        let first = tokens.count
        read(text, style: style, isLiteral: false, into: tokens)
        var line = SetLine(firstToken: Int32(first), endToken: Int32(tokens.count), x: 0, width: 0, extra: 0)
        line.width = naturalWidth(line)
        lines.append(line)
        return lines.count - 1
    }
}
