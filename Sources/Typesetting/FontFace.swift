import CHarfBuzz
import Correspondence

/// One TrueType file, opened for shaping and for embedding.
///
/// HarfBuzz's faces and fonts do not change after they are made and count their references atomically, so a face can be
/// shared between presses.
final class FontFace: @unchecked Sendable {
    let path: String
    /// As PostScript may spell it: `GentiumPlus-Bold`.
    let name: String
    let unitsPerEm: Int
    let face: OpaquePointer
    let font: OpaquePointer
    /// Of an underline, below the baseline and thick, in units.
    let underline: (below: Double, thickness: Double)

    /// - Throws: A `Problem` where the file cannot be read, is not TrueType or may not be embedded.
    init(path: String, index: UInt32, family: String) throws(Problem) {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .fontUnreadable(path) }
        defer { hb_blob_destroy(blob) }
        face = hb_face_create(blob, index)
        font = hb_font_create(face)
        self.path = path
        unitsPerEm = Int(hb_face_get_upem(face))
        underline = (Double(unitsPerEm) * 0.11, Double(unitsPerEm) * 0.05)
        name = FontFace.postScriptName(of: path)
        guard FontFace.length(of: "glyf", in: face) > 0 else { throw .fontNotTrueType(family: family, path: path) }
        guard FontFace.mayBeEmbedded(face) else { throw .fontNotEmbeddable(family: family, path: path) }
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    func glyph(for scalar: Unicode.Scalar) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
    }

    func advance(of glyph: UInt32) -> Int {
        Int(hb_font_get_glyph_h_advance(font, glyph))
    }

    /// The width of a space in units: the face's own, and at least 0.24 em, below which lines of text look crowded.
    var space: Int {
        max(glyph(for: " ").map(advance(of:)) ?? 0, unitsPerEm * 24 / 100)
    }

    static func tag(_ name: StaticString) -> hb_tag_t {
        let bytes = name.utf8Start
        return UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
    }

    private static func length(of table: StaticString, in face: OpaquePointer) -> Int {
        let blob = hb_face_reference_table(face, tag(table))
        defer { hb_blob_destroy(blob) }
        return Int(hb_blob_get_length(blob))
    }

    /// OpenType, table OS/2, `fsType`: 2 alone is "restricted licence embedding".
    private static func mayBeEmbedded(_ face: OpaquePointer) -> Bool {
        let blob = hb_face_reference_table(face, tag("OS/2"))
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length >= 10 else { return true }
        return UInt8(bitPattern: data[9]) & 0x0F != 2
    }

    private static func postScriptName(of path: String) -> String {
        let file = path.split(separator: "/").last ?? "Font"
        let stem = file.split(separator: ".").first ?? "Font"
        let kept = stem.unicodeScalars.filter { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
        }
        return kept.isEmpty ? "Font" : String(String.UnicodeScalarView(kept))
    }
}

extension Problem {
    static func fontUnreadable(_ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "the font file cannot be read.", fr: "le fichier de police ne peut pas être lu."),
            remedy: Wording(
                en: "Install the font again, or name another family as font in house.yml.",
                fr: "Réinstallez la police, ou nommez une autre famille sous font dans house.yml."))
    }

    static func fontNotTrueType(family: String, path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the font \"\(family)\" has no TrueType outlines, so PostScript cannot carry it as Type 42.",
                fr:
                    "la police « \(family) » n'a pas de contours TrueType ; PostScript ne peut pas la porter en Type 42."
            ),
            remedy: Wording(
                en: "Name a TrueType family in house.yml, for instance Gentium Plus.",
                fr: "Nommez une famille TrueType dans house.yml, par exemple Gentium Plus."))
    }

    static func fontNotEmbeddable(family: String, path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the licence of the font \"\(family)\" forbids embedding it in a file.",
                fr: "la licence de la police « \(family) » interdit de l'incorporer dans un fichier."),
            remedy: Wording(
                en: "Name another family in house.yml, for instance Gentium Plus.",
                fr: "Nommez une autre famille dans house.yml, par exemple Gentium Plus."))
    }
}
