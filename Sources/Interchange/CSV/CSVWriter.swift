package import Correspondence

/// Writes CSV, cell by cell, in a given format.
///
/// A cell is put in quotes where it holds the separator, a quote or a line break. A row whose cells are all empty has its
/// first one in quotes, so that it is not taken for a blank line. Characters that the encoding lacks become `?`.
///
/// ```swift
/// let writer = CSVWriter(to: sink)
/// try writer.row(["id", "group"])          // id,group
/// writer.cell(bytes); writer.cell(17)      // fast: bytes of UTF-8, whole numbers
/// try writer.endRow()
/// try writer.finish()
/// ```
package final class CSVWriter {
    private let sink: any ByteSink
    private let format: CSVFormat
    private let encoder: TextEncoder
    private let separator: UInt8
    private let lineEnding: [UInt8]
    private var isSpecial: [Bool]
    private var buffer: [UInt8] = []
    private var encoded: [UInt8] = []
    private var isRowStart = true
    private var rowHasContent = false
    private var rowStart = 0

    private static let flushSize = 1 << 16

    package init(to sink: any ByteSink, format: CSVFormat = CSVFormat()) {
        self.sink = sink
        self.format = format
        encoder = TextEncoder(format.encoding)
        separator = format.separator.rawValue
        lineEnding = Array(format.lineEnding.rawValue.utf8)
        isSpecial = [Bool](repeating: false, count: 256)
        for byte in [separator, 0x22, 0x0A, 0x0D] { isSpecial[Int(byte)] = true }
        buffer.reserveCapacity(2 * Self.flushSize)
        if format.hasByteOrderMark { buffer += TextEncoding.utf8.byteOrderMark }
        rowStart = buffer.count
    }

    /// Puts a cell of UTF-8 bytes.
    package func cell(_ bytes: UnsafeBufferPointer<UInt8>) {
        beginCell()
        guard !bytes.isEmpty else { return }
        rowHasContent = true
        if bytes.contains(where: { isSpecial[Int($0)] }) {
            quote(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    package func cell(_ text: String) {
        var text = text
        text.withUTF8 { cell($0) }
    }

    /// Puts a whole number.
    package func cell(_ number: Int) {
        beginCell()
        rowHasContent = true
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var position = 20
            var rest = number.magnitude
            repeat {
                position -= 1
                digits[position] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { buffer.append(0x2D) }
            buffer.append(contentsOf: digits[position...])
        }
    }

    /// Puts several cells as they stand in a file, quotes and separators included.
    func verbatim(_ cells: some Collection<UInt8>) {
        beginCell()
        rowHasContent = rowHasContent || !cells.isEmpty
        buffer.append(contentsOf: cells)
    }

    package func endRow() throws(Problem) {
        if !rowHasContent { buffer.insert(contentsOf: [0x22, 0x22], at: rowStart) }
        buffer.append(contentsOf: lineEnding)
        if buffer.count >= Self.flushSize { try flush() }
        rowStart = buffer.count
        isRowStart = true
        rowHasContent = false
    }

    /// Writes a whole row.
    package func row(_ cells: [String]) throws(Problem) {
        for text in cells { cell(text) }
        try endRow()
    }

    /// Hands the last bytes to the sink. To be called once, after the last row.
    package func finish() throws(Problem) { try flush() }

    private func beginCell() {
        if !isRowStart { buffer.append(separator) }
        isRowStart = false
    }

    private func quote(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.append(0x22)
        for byte in bytes {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    private func flush() throws(Problem) {
        if format.encoding == .utf8 {
            try sink.write(buffer)
        } else {
            encoded.removeAll(keepingCapacity: true)
            buffer.withUnsafeBufferPointer { encoder.encode($0, to: &encoded) }
            try sink.write(encoded)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

extension ByteSink {
    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(Problem) {
        let result: Result<Void, Problem> = bytes.withUnsafeBytes { raw in
            do throws(Problem) {
                return .success(try write(raw))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
