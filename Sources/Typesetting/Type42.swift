import CHarfBuzz
import Correspondence

/// A face cut down to the glyphs that a file uses, as a Type 42 font program (Adobe Technical Note 5012).
struct Type42 {
    /// TrueType tables that print; names, character maps and layout rules stay behind.
    private static let dropped: [StaticString] = [
        "GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2", "DSIG", "kern", "gasp", "Feat", "Glat", "Gloc", "Silf",
        "Sill", "VORG", "BASE", "MATH", "meta", "STAT", "FFTM", "TTFA", "LTSH", "VDMX", "hdmx", "PCLT", "JSTF", "mort",
    ]

    /// The new number of each glyph that was asked for.
    let numbers: [UInt32: Int]
    private let sfnt: [UInt8]

    /// - Throws: A `Problem` where HarfBuzz cannot cut the file.
    init(_ face: FontFace, glyphs: Set<UInt32>) throws(Problem) {
        guard let input = hb_subset_input_create_or_fail() else { throw .fontUnreadable(face.path) }
        defer { hb_subset_input_destroy(input) }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
        let wanted = hb_subset_input_glyph_set(input)
        for glyph in glyphs.sorted() { hb_set_add(wanted, glyph) }
        let tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for name in Type42.dropped { hb_set_add(tables, FontFace.tag(name)) }
        guard let plan = hb_subset_plan_create_or_fail(face.face, input) else { throw .fontUnreadable(face.path) }
        defer { hb_subset_plan_destroy(plan) }
        guard let cut = hb_subset_plan_execute_or_fail(plan) else { throw .fontUnreadable(face.path) }
        defer { hb_face_destroy(cut) }
        let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
        numbers = Dictionary(uniqueKeysWithValues: glyphs.map { ($0, Int(hb_map_get(map, $0))) })
        let blob = hb_face_reference_blob(cut)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 12 else { throw .fontUnreadable(face.path) }
        sfnt = data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    // MARK: Tables

    private struct Table {
        var tag: String
        var range: Range<Int>
    }

    private func tables() -> [Table] {
        (0..<number(at: 4, bytes: 2)).map { index in
            let entry = 12 + index * 16
            let start = number(at: entry + 8, bytes: 4)
            return Table(
                tag: String(decoding: sfnt[entry..<entry + 4], as: UTF8.self),
                range: start..<start + number(at: entry + 12, bytes: 4))
        }
    }

    private func number(at offset: Int, bytes: Int) -> Int {
        (0..<bytes).reduce(0) { $0 << 8 | Int(offset + $1 < sfnt.count ? sfnt[offset + $1] : 0) }
    }

    /// `FontBBox` in em: what all glyphs cover.
    func boundingBox(unitsPerEm: Int) -> [Double] {
        guard let head = tables().first(where: { $0.tag == "head" }) else { return [0, 0, 0, 0] }
        return (0..<4).map { index in
            let value = Int16(truncatingIfNeeded: number(at: head.range.lowerBound + 36 + index * 2, bytes: 2))
            return Double(value) / Double(unitsPerEm)
        }
    }

    /// Where the file may be cut into strings: at tables, and inside `glyf` at glyphs. Strings hold at most 65,535 bytes.
    private func cuts() -> [Int] {
        let tables = tables()
        var ends = Set(tables.map(\.range.lowerBound))
        if let glyf = tables.first(where: { $0.tag == "glyf" }), let loca = tables.first(where: { $0.tag == "loca" }),
            let head = tables.first(where: { $0.tag == "head" })
        {
            let isLong = number(at: head.range.lowerBound + 50, bytes: 2) != 0
            let step = isLong ? 4 : 2
            for offset in stride(from: loca.range.lowerBound, to: loca.range.upperBound, by: step) {
                let place = number(at: offset, bytes: step) * (isLong ? 1 : 2)
                ends.insert(glyf.range.lowerBound + place)
            }
        }
        return ends.filter { $0 % 2 == 0 && $0 < sfnt.count }.sorted() + [sfnt.count]
    }

    private func strings() -> [Range<Int>] {
        var strings: [Range<Int>] = []
        var start = 0
        var end = 0
        for cut in cuts() {
            if cut - start > 65_000, end > start {
                strings.append(start..<end)
                start = end
            }
            end = cut
        }
        if end > start { strings.append(start..<end) }
        return strings
    }

    /// Appends the value of `sfnts`: an array of strings in hexadecimal.
    func appendStrings(to bytes: borrowing ByteArena) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes.append("[\n")
        for string in strings() {
            bytes.append("<")
            for (index, place) in string.enumerated() {
                if index % 100 == 0, index > 0 { bytes.append(10) }
                bytes.append(digits[Int(sfnt[place] >> 4)])
                bytes.append(digits[Int(sfnt[place] & 15)])
            }
            if string.count % 2 == 1 { bytes.append("00") }
            bytes.append(">\n")
        }
        bytes.append("]")
    }
}
