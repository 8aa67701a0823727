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

    /// Room behind the last element that may be read and written but holds nothing.
    private static var slack: Int { 8 }
    private let header: UnsafeMutablePointer<Header>

    init(capacity: Int = 64) {
        header = UnsafeMutablePointer<Header>.allocate(capacity: 1)
        let base = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity, 1) + Arena.slack)
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

    /// Makes room for `added` elements more, counts them in and returns where they begin.
    @inline(__always)
    func reserve(_ added: Int) -> UnsafeMutablePointer<Element> {
        let count = header.pointee.count
        if count + added > header.pointee.capacity { grow(to: count + added) }
        header.pointee.count = count + added
        return header.pointee.base + count
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
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger + Arena.slack)
        moved.update(from: base, count: count)
        base.deallocate()
        header.pointee.base = moved
        header.pointee.capacity = larger
    }
}

/// Bytes on their way to a file, with the ways in which PostScript writes numbers.
typealias ByteArena = Arena<UInt8>

extension Arena where Element == UInt8 {
    /// Appends a few bytes, eight at a time; both arenas have room behind their end.
    @inline(__always)
    func appendShort(_ start: UnsafePointer<UInt8>, count added: Int) {
        let room = reserve(added)
        var done = 0
        while done < added {
            let eight = UnsafeRawPointer(start + done).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(room + done).storeBytes(of: eight, as: UInt64.self)
            done += 8
        }
    }

    @inline(__always)
    func append(_ text: StaticString) {
        append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Appends text that is not on the hot path.
    func append(text: String) {
        for byte in text.utf8 { append(byte) }
    }

    func append(integer: Int) {
        var rest = integer.magnitude
        if integer < 0 { append(UInt8(ascii: "-")) }
        var length = 1
        var bound: UInt = 10
        while length < 19, rest >= bound {
            length += 1
            bound &*= 10
        }
        let room = reserve(length)
        for place in stride(from: length - 1, through: 0, by: -1) {
            let tenth = rest / 10
            room[place] = 48 &+ UInt8(truncatingIfNeeded: rest &- tenth &* 10)
            rest = tenth
        }
    }

    /// Appends `value` rounded to hundredths, without zeros that say nothing: `12.5`, `-3`, `0.07`.
    func append(hundredths value: Double) {
        append(value, unit: 100)
    }

    /// Appends `value` rounded to thousandths, without zeros that say nothing.
    func append(thousandths value: Double) {
        append(value, unit: 1000)
    }

    @inline(__always)
    private func append(_ value: Double, unit: Int) {
        let scaled = Int(value.magnitude * Double(unit) + 0.5)
        let whole = scaled / unit
        var fraction = scaled % unit
        if value < 0, scaled > 0 { append(UInt8(ascii: "-")) }
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
