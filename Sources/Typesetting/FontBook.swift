import CFontconfig
package import Correspondence
import Synchronization

/// The type case: the faces of a family and of the families that stand in for it, found through fontconfig.
///
/// A book can be shared by several presses. Faces are opened when the first word needs them.
package final class FontBook: Sendable {
    /// The family of letters where a house names none.
    package static let defaultFamily = "Gentium Plus"

    /// Families tried for characters that no named family has, where they are installed.
    static let silentFallbacks = ["Noto Serif", "DejaVu Serif", "Noto Sans", "DejaVu Sans"]

    package let family: String
    private let families: [String]
    private let named: Int
    private let opened: Mutex<[Slot: FontFace?]>
    private let order: Mutex<[FontFace]>

    private struct Slot: Hashable {
        var rank: Int
        var look: Int
    }

    /// - Parameters:
    ///   - family: As fontconfig knows it.
    ///   - fallbacks: Tried in turn for characters that `family` has no glyph for.
    /// - Throws: A `Problem` where a family is not installed or cannot be embedded.
    package init(family: String = FontBook.defaultFamily, fallbacks: [String] = []) throws(Problem) {
        self.family = family
        named = 1 + fallbacks.count
        families = [family] + fallbacks + FontBook.silentFallbacks.filter { $0 != family && !fallbacks.contains($0) }
        opened = Mutex([:])
        order = Mutex([])
        for rank in 0..<named where try open(rank: rank, look: 0) == nil { throw .familyMissing(families[rank]) }
    }

    /// How many families there are to try.
    var ranks: Int { families.count }

    /// Whether the house's family has a look of its own that may be embedded.
    func hasOwn(look: Int) -> Bool { ((try? open(rank: 0, look: look)) ?? nil) != nil }

    /// The face of a family in a look, or its nearest, or nil where the family is not installed.
    ///
    /// - Parameters:
    ///   - rank: 0 is the house's family.
    ///   - look: 1 bold, 2 italic, 3 both.
    func face(rank: Int, look: Int) -> FontFace? {
        for near in [look, look & 2, look & 1, 0] {
            if let face = (try? open(rank: rank, look: near)) ?? nil { return face }
        }
        return nil
    }

    private func open(rank: Int, look: Int) throws(Problem) -> FontFace? {
        let slot = Slot(rank: rank, look: look)
        if let known = opened.withLock({ $0[slot] }) { return known }
        var face: FontFace?
        if let found = FontBook.find(family: families[rank], look: look) {
            face = try FontFace(path: found.path, index: found.index, family: families[rank])
        }
        opened.withLock { $0[slot] = .some(face) }
        if let face { order.withLock { $0.append(face) } }
        return face
    }

    /// Asks fontconfig. `FcFontMatch` always finds something, so what it found is compared with what was asked for.
    private static func find(family: String, look: Int) -> (path: String, index: UInt32)? {
        guard let pattern = FcPatternCreate() else { return nil }
        defer { FcPatternDestroy(pattern) }
        FcPatternAddString(pattern, FC_FAMILY, Array(family.utf8) + [0])
        FcPatternAddInteger(pattern, FC_WEIGHT, look & 1 != 0 ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
        FcPatternAddInteger(pattern, FC_SLANT, look & 2 != 0 ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
        FcConfigSubstitute(nil, pattern, FcMatchPattern)
        FcDefaultSubstitute(pattern)
        var result = FcResultMatch
        guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
        defer { FcPatternDestroy(match) }
        guard has(match, family: family), has(match, look: look), !isMadeUp(match) else { return nil }
        var path: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        guard FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch, let path else { return nil }
        FcPatternGetInteger(match, FC_INDEX, 0, &index)
        return (String(cString: path), UInt32(index & 0xFFFF))
    }

    private static func has(_ match: OpaquePointer, family: String) -> Bool {
        var number: Int32 = 0
        var name: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(match, FC_FAMILY, number, &name) == FcResultMatch, let found = name {
            if String(cString: found).lowercased() == family.lowercased() { return true }
            number += 1
        }
        return false
    }

    /// Whether fontconfig would thicken or slant an upright face to make what was asked for: the file holds no such face.
    private static func isMadeUp(_ match: OpaquePointer) -> Bool {
        var isThickened: FcBool = 0
        var slanting: UnsafeMutablePointer<FcMatrix>?
        return FcPatternGetBool(match, FC_EMBOLDEN, 0, &isThickened) == FcResultMatch && isThickened != 0
            || FcPatternGetMatrix(match, FC_MATRIX, 0, &slanting) == FcResultMatch
    }

    private static func has(_ match: OpaquePointer, look: Int) -> Bool {
        var weight: Int32 = FC_WEIGHT_REGULAR
        var slant: Int32 = FC_SLANT_ROMAN
        FcPatternGetInteger(match, FC_WEIGHT, 0, &weight)
        FcPatternGetInteger(match, FC_SLANT, 0, &slant)
        return (weight >= FC_WEIGHT_DEMIBOLD) == (look & 1 != 0) && (slant != FC_SLANT_ROMAN) == (look & 2 != 0)
    }
}

extension FontBook {
    /// A font file that was opened, for a run's manifest.
    package struct File: Hashable, Sendable {
        /// Without its folder.
        package var name: String
        package var path: String
    }

    /// The font files opened so far, by name.
    package var fontFiles: [File] {
        let paths = order.withLock { faces in Set(faces.map(\.path)) }
        return paths.map { path in
            File(name: String(path.split(separator: "/").last ?? ""), path: path)
        }.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    }
}

extension Problem {
    static func familyMissing(_ family: String) -> Problem {
        let package = debianPackages[family.lowercased()]
        return Problem(
            .thing(Wording(en: "font \"\(family)\"", fr: "police « \(family) »")),
            Wording(en: "this font family is not installed.", fr: "cette famille de polices n'est pas installée."),
            remedy: package.map { name in
                Wording(
                    en: "Install it with: sudo apt-get install \(name)",
                    fr: "Installez-la avec : sudo apt-get install \(name)")
            }
                ?? Wording(
                    en: "Install it, or name another family in house.yml. List what is there with: fc-list : family",
                    fr: "Installez-la, ou nommez une autre famille dans house.yml. Liste : fc-list : family"))
    }

    /// The Debian package of each family that a house is likely to name.
    private static let debianPackages = [
        "gentium plus": "fonts-sil-gentiumplus", "gentium book plus": "fonts-sil-gentiumplus",
        "liberation serif": "fonts-liberation2", "liberation sans": "fonts-liberation2",
        "noto serif": "fonts-noto-core", "noto sans": "fonts-noto-core",
        "eb garamond 12": "fonts-ebgaramond-extra", "eb garamond": "fonts-ebgaramond-extra",
        "dejavu serif": "fonts-dejavu-core", "dejavu sans": "fonts-dejavu-core",
        "lato": "fonts-lato", "roboto": "fonts-roboto-unhinted", "carlito": "fonts-crosextra-carlito",
    ]
}
