package import Correspondence

/// Where things stand on a sheet: window, folds, margins. Lengths are in millimetres from the sheet's top left.
///
/// The figures are those of KOMA-Script's letter class options (NF.lco, DIN.lco, DINmtext.lco, SN.lco) and DIN 5008,
/// narrowed for France to the zone that every published French window shares.
package struct Geometry: Hashable, Sendable {
    package struct Box: Hashable, Sendable {
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double
    }

    package enum Kind: Hashable, Sendable {
        case letter
        case envelope
        /// Columns, rows, and where the first label lies and how far the next is.
        case labels(columns: Int, rows: Int, first: Box, stepX: Double, stepY: Double)
    }

    package var name: String
    package var kind: Kind
    package var width: Double
    package var height: Double
    /// All ink of the address stays inside.
    package var window: Box
    /// By how much a block of more than six lines may rise above ``window``.
    package var growth: Double
    package var left: Double
    package var right: Double
    package var top: Double
    package var bottom: Double
    /// Where the header's ink must end so that it leaves the window alone, and how wide it may be beside the window.
    package var headerBottom: Double
    package var narrowHeader: Box
    /// Where place and date begin, and their baseline.
    package var dateX: Double
    package var dateY: Double
    package var referenceY: Double
    package var subjectY: Double
    /// From the top edge, marked at the left edge.
    package var folds: [Double]
    /// The middle of the sheet, for a perforator. Nil: no mark.
    package var punch: Double?

    /// The names that a template may ask for.
    package static let names = [
        "nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4", "labels-3x8", "labels-2x7",
    ]

    /// Returns the geometry of a name.
    ///
    /// - Throws: A `Problem` where there is none of that name.
    package static func named(_ name: String) throws(Problem) -> Geometry {
        guard let found = all.first(where: { $0.name == name }) else { throw .geometryUnknown(name) }
        return found
    }

    /// The zone common to all French windows is x 110 to 195, y 55 to 80; a seventh, foreign line grows upwards.
    private static let nf = Geometry(
        name: "nf", kind: .letter, width: 210, height: 297, window: Box(x: 110, y: 55, width: 85, height: 25),
        growth: 4.2,
        left: 30, right: 30, top: 14, bottom: 22, headerBottom: 46,
        narrowHeader: Box(x: 30, y: 14, width: 70, height: 78),
        dateX: 110, dateY: 94, referenceY: 94, subjectY: 107, folds: [99, 198], punch: nil)

    private static let dinB = Geometry(
        name: "din-b", kind: .letter, width: 210, height: 297,
        window: Box(x: 24.6, y: 62.7, width: 80, height: 27.3), growth: 4.2, left: 25, right: 25, top: 14, bottom: 22,
        headerBottom: 42, narrowHeader: Box(x: 125, y: 14, width: 60, height: 78), dateX: 125, dateY: 98.5,
        referenceY: 98.5,
        subjectY: 109, folds: [105, 210], punch: 148.5)

    private static let dinA = Geometry(
        name: "din-a", kind: .letter, width: 210, height: 297,
        window: Box(x: 24.6, y: 44.7, width: 80, height: 27.3), growth: 4.2, left: 25, right: 25, top: 9, bottom: 22,
        headerBottom: 25, narrowHeader: Box(x: 125, y: 9, width: 60, height: 62), dateX: 125, dateY: 80.5,
        referenceY: 80.5,
        subjectY: 91, folds: [87, 192], punch: 148.5)

    private static let sn = Geometry(
        name: "sn", kind: .letter, width: 210, height: 297, window: Box(x: 118, y: 55, width: 80, height: 31),
        growth: 4.2,
        left: 27, right: 27, top: 14, bottom: 22, headerBottom: 42,
        narrowHeader: Box(x: 27, y: 14, width: 75, height: 78),
        dateX: 118, dateY: 97, referenceY: 97, subjectY: 109, folds: [105, 210], punch: nil)

    private static let ukC5 = Geometry(
        name: "uk-c5", kind: .letter, width: 210, height: 297, window: Box(x: 24.6, y: 64, width: 81, height: 36),
        growth: 2,
        left: 25, right: 25, top: 14, bottom: 22, headerBottom: 57,
        narrowHeader: Box(x: 125, y: 14, width: 60, height: 88),
        dateX: 125, dateY: 108, referenceY: 108, subjectY: 119, folds: [148.5], punch: nil)

    /// The address of an envelope: to the right of the middle, clear of the coding strip at the foot (20 mm).
    private static func envelope(_ name: String, _ width: Double, _ height: Double, x: Double, y: Double) -> Geometry {
        Geometry(
            name: name, kind: .envelope, width: width, height: height,
            window: Box(x: x, y: y, width: min(95, width - x - 12), height: 28), growth: 6, left: 12, right: 12,
            top: 10,
            bottom: 20, headerBottom: y - 8, narrowHeader: Box(x: 12, y: 10, width: width / 2 - 20, height: y - 12),
            dateX: 0, dateY: 0, referenceY: 0, subjectY: 0, folds: [], punch: nil)
    }

    private static func labels(
        _ name: String, columns: Int, rows: Int, first: Box, stepX: Double, stepY: Double
    ) -> Geometry {
        Geometry(
            name: name, kind: .labels(columns: columns, rows: rows, first: first, stepX: stepX, stepY: stepY),
            width: 210,
            height: 297, window: Box(x: 6, y: 4, width: first.width - 11, height: first.height - 8), growth: 0, left: 0,
            right: 0, top: 0, bottom: 0, headerBottom: 0, narrowHeader: first, dateX: 0, dateY: 0, referenceY: 0,
            subjectY: 0, folds: [], punch: nil)
    }

    private static let all: [Geometry] = [
        nf, dinA, dinB, sn, ukC5,
        envelope("dl", 220, 110, x: 110, y: 52), envelope("c5", 229, 162, x: 115, y: 92),
        envelope("c6", 162, 114, x: 72, y: 56), envelope("c4", 324, 229, x: 180, y: 130),
        // 70 × 37 mm, 24 to the sheet, without margins (sold as 3474).
        labels(
            "labels-3x8", columns: 3, rows: 8, first: Box(x: 0, y: 0.5, width: 70, height: 37), stepX: 70, stepY: 37),
        // 99.1 × 38.1 mm, 14 to the sheet (sold as L7163).
        labels(
            "labels-2x7", columns: 2, rows: 7, first: Box(x: 4.65, y: 15.15, width: 99.1, height: 38.1), stepX: 101.6,
            stepY: 38.1),
    ]

    /// Points in a millimetre.
    static let millimetre = 72 / 25.4
}

extension Problem {
    static func geometryUnknown(_ name: String) -> Problem {
        let names = Geometry.names.joined(separator: ", ")
        return Problem(
            .thing(Wording(en: "geometry \"\(name)\"", fr: "géométrie « \(name) »")),
            Wording(en: "there is no geometry of this name.", fr: "aucune géométrie ne porte ce nom."),
            remedy: Wording(en: "Write one of: \(names)", fr: "Écrivez l'une de : \(names)"))
    }
}
