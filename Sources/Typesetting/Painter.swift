/// Writes set lines, rules and pictures as PostScript operators of the file's procedure set.
final class Painter {
    private let layout: Layout
    /// The fount that the interpreter has at hand. -1: not known.
    private var fount: Int32 = -1
    private var lineStart = 0

    init(layout: Layout) {
        self.layout = layout
    }

    /// The next text sets its fount anew: a page or a procedure begins.
    func forgetFount() {
        fount = -1
    }

    /// Writes what an item prints.
    ///
    /// - Parameter top: Of the item, in PostScript's coordinates.
    func paint(_ item: Item, top: Double, to bytes: borrowing ByteArena) {
        for index in Int(item.firstMark)..<Int(item.firstMark + item.markCount) {
            let mark = layout.marks[index]
            switch mark.kind {
            case .line:
                paintLine(Int(mark.index), baseline: top - mark.y, to: bytes)
            case .rule:
                paintRule(x: mark.x, y: top - mark.y - mark.height, width: mark.width, height: mark.height, to: bytes)
            case .picture:
                paintPicture(mark, bottom: top - mark.y - mark.height, to: bytes)
            }
        }
    }

    private func paintRule(x: Double, y: Double, width: Double, height: Double, to bytes: borrowing ByteArena) {
        bytes.append(hundredths: x)
        bytes.append(" ")
        bytes.append(hundredths: y)
        bytes.append(" ")
        bytes.append(hundredths: width)
        bytes.append(" ")
        bytes.append(hundredths: height)
        bytes.append(" r\n")
    }

    private func paintPicture(_ mark: Mark, bottom: Double, to bytes: borrowing ByteArena) {
        bytes.append("I")
        bytes.append(integer: Int(mark.index))
        bytes.append(" ")
        bytes.append(hundredths: mark.x)
        bytes.append(" ")
        bytes.append(hundredths: bottom)
        bytes.append(" ")
        bytes.append(hundredths: mark.width)
        bytes.append(" ")
        bytes.append(hundredths: mark.height)
        bytes.append(" i\n")
    }

    // MARK: Lines

    /// A string of a line while it is written.
    private struct Chunk {
        var isOpen = false
        var isFirst = true
        var hasSpace = false
    }

    /// Writes a line: one string where one fount does, else one after the other.
    func paintLine(_ number: Int, baseline: Double, to bytes: borrowing ByteArena) {
        let line = layout.lines[number]
        let type = layout.type
        var chunk = Chunk()
        lineStart = bytes.count
        var index = line.firstToken
        while index < line.endToken {
            if chunk.isOpen, line.firstWord < 0 || index > line.firstToken {
                let reached = paintPlainTokens(from: index, line: line, chunk: &chunk, to: bytes)
                if reached > index {
                    index = reached
                    continue
                }
            }
            let word = layout.word(at: index, in: line)
            if word >= 0 {
                paintWord(word, line: line, baseline: baseline, chunk: &chunk, to: bytes)
            } else if word != Token.lineBreak {
                let space = type.metrics[Int(layout.tokens[Int(index)].style)].spaceFount
                if !chunk.isOpen || type.fountBases[Int(fount)] != space {
                    open(space, line: line, baseline: baseline, chunk: &chunk, to: bytes)
                }
                bytes.append(32)
                chunk.hasSpace = true
            }
            index += 1
        }
        close(line, baseline: baseline, chunk: &chunk, to: bytes)
        if type.hasUnderlines { underline(line, baseline: baseline, to: bytes) }
    }

    /// Writes words and spaces as long as they go into the open string as they are; returns the first that does not.
    @inline(__always)
    private func paintPlainTokens(
        from first: Int32, line: SetLine, chunk: inout Chunk, to bytes: borrowing ByteArena
    ) -> Int32 {
        let type = layout.type
        let tokens = layout.tokens.base
        let literal = type.literal
        let field = type.field
        // The last word may be a part of the token's.
        let end = line.lastWord >= 0 ? line.endToken - 1 : line.endToken
        let room = 224 - (bytes.count - lineStart)
        guard room > 64 else { return first }
        let start = bytes.reserve(room)
        var written = 0
        var index = first
        let isBase = type.fountBases[Int(fount)]
        while index < end {
            let token = tokens[Int(index)]
            if token.word < 0 {
                guard token.word != Token.lineBreak, written < room,
                    type.metrics.base[Int(token.style)].spaceFount == isBase
                else { break }
                start[written] = 32
                written += 1
                chunk.hasSpace = true
            } else {
                let isField = token.word >= TypeCase.fieldBase
                let table = isField ? field : literal
                let word = table.words.base + Int(isField ? token.word &- TypeCase.fieldBase : token.word)
                let count = Int(word.pointee.byteCount)
                guard word.pointee.fount == fount, written + count + 8 <= room else { break }
                let source = table.bytes.base + Int(word.pointee.firstByte)
                var done = 0
                while done < count {
                    let eight = UnsafeRawPointer(source + done).loadUnaligned(as: UInt64.self)
                    UnsafeMutableRawPointer(start + written + done).storeBytes(of: eight, as: UInt64.self)
                    done += 8
                }
                written += count
            }
            index += 1
        }
        bytes.cut(to: bytes.count - room + written)
        return index
    }

    @inline(__always)
    private func paintWord(
        _ number: Int32, line: SetLine, baseline: Double, chunk: inout Chunk, to bytes: borrowing ByteArena
    ) {
        let table = layout.type.table(of: number)
        let word = layout.type.word(number)
        if word.fount >= 0, chunk.isOpen, word.fount == fount, bytes.count - lineStart + Int(word.byteCount) < 230 {
            bytes.appendShort(table.bytes.base + Int(word.firstByte), count: Int(word.byteCount))
            return
        }
        for index in Int(word.firstSegment)..<Int(word.firstSegment + word.segmentCount) {
            let segment = table.segments[index]
            if segment.shift != 0 || segment.rise != 0 {
                paintShifted(segment, table: table, line: line, baseline: baseline, chunk: &chunk, to: bytes)
                continue
            }
            if !chunk.isOpen || segment.fount != fount {
                open(segment.fount, line: line, baseline: baseline, chunk: &chunk, to: bytes)
            }
            if bytes.count - lineStart + Int(segment.count) < 230 {
                bytes.append(table.bytes.base + Int(segment.firstByte), count: Int(segment.count))
            } else {
                appendFolded(table.bytes.base + Int(segment.firstByte), count: Int(segment.count), to: bytes)
            }
        }
    }

    /// A backslash and a line feed inside a string say nothing; DSC lines have at most 255 characters.
    private func appendFolded(_ start: UnsafePointer<UInt8>, count: Int, to bytes: borrowing ByteArena) {
        for index in 0..<count {
            if bytes.count - lineStart >= 230 {
                bytes.append("\\\n")
                lineStart = bytes.count
            }
            bytes.append(start[index])
        }
    }

    private func open(
        _ wanted: Int32, line: SetLine, baseline: Double, chunk: inout Chunk, to bytes: borrowing ByteArena
    ) {
        close(line, baseline: baseline, chunk: &chunk, to: bytes)
        if wanted != fount {
            bytes.append("F")
            bytes.append(integer: Int(wanted))
            fount = wanted
        }
        bytes.append("(")
        chunk.isOpen = true
        chunk.hasSpace = false
    }

    private func close(_ line: SetLine, baseline: Double, chunk: inout Chunk, to bytes: borrowing ByteArena) {
        guard chunk.isOpen else { return }
        bytes.append(")")
        let isSpread = chunk.hasSpace && line.extra != 0
        if isSpread { bytes.append(thousandths: line.extra) }
        if chunk.isFirst {
            if isSpread { bytes.append(" ") }
            appendPoint(line.x, baseline, to: bytes)
            bytes.append(isSpread ? "j\n" : "s\n")
        } else {
            bytes.append(isSpread ? " k\n" : "t\n")
        }
        lineStart = bytes.count
        chunk.isFirst = false
        chunk.isOpen = false
    }

    private func appendPoint(_ x: Double, _ y: Double, to bytes: borrowing ByteArena) {
        bytes.append(hundredths: x)
        bytes.append(" ")
        bytes.append(hundredths: y)
        bytes.append(" ")
    }

    /// Writes glyphs that stand away from their place, such as a mark over a letter.
    private func paintShifted(
        _ segment: Segment, table: WordTable, line: SetLine, baseline: Double, chunk: inout Chunk,
        to bytes: borrowing ByteArena
    ) {
        if chunk.isFirst, !chunk.isOpen {
            appendPoint(line.x, baseline, to: bytes)
            bytes.append("m ")
            chunk.isFirst = false
        }
        open(segment.fount, line: line, baseline: baseline, chunk: &chunk, to: bytes)
        bytes.append(table.bytes.base + Int(segment.firstByte), count: Int(segment.count))
        bytes.append(")")
        bytes.append(thousandths: Double(segment.shift))
        bytes.append(" ")
        bytes.append(thousandths: Double(segment.rise))
        bytes.append(" q\n")
        lineStart = bytes.count
        chunk.isOpen = false
    }

    // MARK: Underlines

    private func underline(_ line: SetLine, baseline: Double, to bytes: borrowing ByteArena) {
        let type = layout.type
        var x = line.x
        var start: Double?
        var last: StyleMetrics?
        for index in line.firstToken..<line.endToken {
            let metrics = type.metrics[Int(layout.tokens[Int(index)].style)]
            if metrics.isUnderlined, start == nil { (start, last) = (x, metrics) }
            if !metrics.isUnderlined, let from = start, let style = last {
                paintUnderline(from: from, to: x, style: style, baseline: baseline, to: bytes)
                start = nil
            }
            let word = layout.word(at: index, in: line)
            x += word >= 0 ? type.word(word).width : metrics.space + line.extra
        }
        if let from = start, let style = last {
            paintUnderline(from: from, to: x, style: style, baseline: baseline, to: bytes)
        }
    }

    private func paintUnderline(
        from: Double, to end: Double, style: StyleMetrics, baseline: Double, to bytes: borrowing ByteArena
    ) {
        paintRule(
            x: from, y: baseline - style.underlineBelow, width: end - from, height: style.underlineThickness, to: bytes
        )
    }
}
