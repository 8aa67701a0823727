/// A growing store of plain values that is emptied and filled again without giving its memory back.
///
/// The hot loops of typesetting read and write here without reference counting or checks for uniqueness.
/// Positions are checked in debug builds only.
struct Arena<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = max(capacity, 1)
        base = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
    }

    deinit {
        base.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        base[count] = element
        count += 1
    }

    @inline(__always)
    mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
        if count + added > capacity { grow(to: count + added) }
        (base + count).update(from: elements, count: added)
        count += added
    }

    /// Makes room for `count` elements in all; new ones are `filler`.
    mutating func resize(to newCount: Int, filling filler: Element) {
        if newCount > capacity { grow(to: newCount) }
        if newCount > count { (base + count).update(repeating: filler, count: newCount - count) }
        count = newCount
    }

    /// Forgets everything from `newCount` on.
    @inline(__always)
    mutating func cut(to newCount: Int) {
        assert(newCount <= count)
        count = newCount
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }
}

/// Bytes on their way to a file, with the ways in which PostScript writes numbers.
typealias ByteArena = Arena<UInt8>

extension Arena where Element == UInt8 {
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Appends text that is not on the hot path.
    mutating func append(text: String) {
        for byte in text.utf8 { append(byte) }
    }

    mutating func append(integer: Int) {
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
    mutating func append(hundredths value: Double) {
        append(scaled: Int((value * 100).rounded()), places: 2)
    }

    /// Appends `value` rounded to thousandths, without zeros that say nothing.
    mutating func append(thousandths value: Double) {
        append(scaled: Int((value * 1000).rounded()), places: 3)
    }

    private mutating func append(scaled value: Int, places: Int) {
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
