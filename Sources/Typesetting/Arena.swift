/// A growing store of plain values that is emptied and filled again without giving its memory back.
///
/// The hot loops of typesetting read and write here without reference counting or checks for uniqueness or exclusive
/// access: what changes lies behind a pointer, so an arena is a `let` and every change leaves it the same arena.
/// Positions are checked in debug builds only.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
    private struct Header {
        var base: UnsafeMutablePointer<Element>
        var count: Int
        var capacity: Int
    }

    private let header: UnsafeMutablePointer<Header>

    init(capacity: Int = 64) {
        header = UnsafeMutablePointer<Header>.allocate(capacity: 1)
        let base = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity, 1))
        header.initialize(to: Header(base: base, count: 0, capacity: max(capacity, 1)))
    }

    deinit {
        header.pointee.base.deallocate()
        header.deallocate()
    }

    @inline(__always)
    var base: UnsafeMutablePointer<Element> { header.pointee.base }

    @inline(__always)
    var count: Int { header.pointee.count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return header.pointee.base[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            header.pointee.base[index] = newValue
        }
        nonmutating _modify {
            assert(index >= 0 && index < count)
            yield &header.pointee.base[index]
        }
    }

    @inline(__always)
    func append(_ element: Element) {
        let count = header.pointee.count
        if count == header.pointee.capacity { grow(to: count + 1) }
        header.pointee.base[count] = element
        header.pointee.count = count + 1
    }

    @inline(__always)
    func append(_ elements: UnsafePointer<Element>, count added: Int) {
        let count = header.pointee.count
        if count + added > header.pointee.capacity { grow(to: count + added) }
        (header.pointee.base + count).update(from: elements, count: added)
        header.pointee.count = count + added
    }

    /// Makes room for `newCount` elements in all; new ones are `filler`.
    func resize(to newCount: Int, filling filler: Element) {
        if newCount > header.pointee.capacity { grow(to: newCount) }
        if newCount > count { (base + count).update(repeating: filler, count: newCount - count) }
        header.pointee.count = newCount
    }

    /// Forgets everything from `newCount` on.
    @inline(__always)
    func cut(to newCount: Int) {
        assert(newCount <= count)
        header.pointee.count = newCount
    }

    @inline(never)
    private func grow(to needed: Int) {
        let larger = max(needed, header.pointee.capacity * 2)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        header.pointee.base = moved
        header.pointee.capacity = larger
    }
}

/// Bytes on their way to a file, with the ways in which PostScript writes numbers.
typealias ByteArena = Arena<UInt8>

extension Arena where Element == UInt8 {
    @inline(__always)
    func append(_ text: StaticString) {
        append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Appends text that is not on the hot path.
    func append(text: String) {
        for byte in text.utf8 { append(byte) }
    }

    func append(integer: Int) {
        if integer < 0 {
            append(UInt8(ascii: "-"))
            append(integer: -integer)
            return
        }
        if integer < 10 {
            append(48 &+ UInt8(truncatingIfNeeded: integer))
            return
        }
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { digits in
            var rest = integer
            var first = 24
            while rest > 0 {
                first -= 1
                digits[first] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            let start = digits.baseAddress.unsafelyUnwrapped.advanced(by: first)
            append(start.assumingMemoryBound(to: UInt8.self), count: 24 - first)
        }
    }

    /// Appends `value` rounded to hundredths, without zeros that say nothing: `12.5`, `-3`, `0.07`.
    func append(hundredths value: Double) {
        append(scaled: Int((value * 100).rounded()), places: 2)
    }

    /// Appends `value` rounded to thousandths, without zeros that say nothing.
    func append(thousandths value: Double) {
        append(scaled: Int((value * 1000).rounded()), places: 3)
    }

    private func append(scaled value: Int, places: Int) {
        var value = value
        if value < 0 {
            append(UInt8(ascii: "-"))
            value = -value
        }
        let unit = places == 2 ? 100 : 1000
        let whole = value / unit
        var fraction = value % unit
        if whole > 0 || fraction == 0 { append(integer: whole) }
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        var divisor = unit / 10
        while fraction > 0 {
            append(48 &+ UInt8(truncatingIfNeeded: fraction / divisor))
            fraction %= divisor
            divisor /= 10
        }
    }

    /// The bytes as text, for names and messages.
    var text: String {
        String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
    }
}
