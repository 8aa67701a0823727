import Correspondence

/// The day that a cell names. Nil: it is no day, or one cannot be sure which.
///
/// Read: `yyyy-mm-dd` and `yyyy/mm/dd`, `dd/mm/yyyy`, `dd.mm.yyyy`, `dd-mm-yyyy` (day and month with one figure or two),
/// `yyyymmdd`; a time of day behind it is dropped. Not read: years of two figures, months in words, the order
/// month, day, year.
func cellDate(_ text: String) -> CivilDate? {
    var text = text
    return text.withUTF8 { bytes in
        let end = bytes.firstIndex { $0 == 0x20 || $0 == 0x54 } ?? bytes.count
        guard isTimeOrNothing(bytes[end...]) else { return nil }
        return date(bytes[..<end])
    }
}

private func isTimeOrNothing(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard !bytes.isEmpty else { return true }
    let time = bytes.dropFirst()
    let isZone = time.last == 0x5A
    return time.contains(0x3A) && time.dropLast(isZone ? 1 : 0).allSatisfy { "0123456789:.+".utf8.contains($0) }
}

private func date(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> CivilDate? {
    var numbers = [0, 0, 0]
    var widths = [0, 0, 0]
    var part = 0
    var mark: UInt8 = 0
    for byte in bytes {
        if (0x30...0x39).contains(byte) {
            guard widths[part] < 8 else { return nil }
            numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
            widths[part] += 1
        } else {
            guard byte == 0x2D || byte == 0x2F || byte == 0x2E, part < 2, widths[part] > 0, mark == 0 || mark == byte
            else { return nil }
            mark = byte
            part += 1
        }
    }
    if part == 0, widths[0] == 8 {
        return CivilDate(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    }
    guard part == 2 else { return nil }
    if widths[0] == 4, mark != 0x2E, widths[1] <= 2, (1...2).contains(widths[2]) {
        return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 else { return nil }
    return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
}
