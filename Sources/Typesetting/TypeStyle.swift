/// How a stretch of text looks: everything that decides a word's shape and width.
struct TypeStyle: Hashable {
    /// 1 bold, 2 italic, 3 both.
    var look: UInt8
    /// In points.
    var size: Double
    var isUnderlined: Bool
    /// A number that ``TypeCase`` gives to a language.
    var language: Int
}

/// A face on one of its code pages in one size: what PostScript calls a scaled font, and a page's text switches between.
struct Fount: Hashable {
    var face: Int
    var page: Int
    var size: Double
}

/// What a style means once its faces are known. Lengths are in points.
struct StyleMetrics {
    var size: Double
    var space: Double
    /// -1: not measured yet.
    var hyphen = -1.0
    /// What a space may gain and lose: TeX gives a half and a third ("The TeXbook", appendix F); text faces have narrower
    /// spaces than cmr10, so they lose less.
    var stretch: Double { space * 0.5 }
    var shrink: Double { space / 5 }
    var spaceFount: Int32
    var language: Int
    var isUnderlined: Bool
    var underlineBelow: Double
    var underlineThickness: Double
}

/// A stretch of one word in one fount.
struct Segment {
    var fount: Int32
    var firstByte: Int32
    var count: Int32
    /// Moved before it is set and moved back after, in points: marks that no single glyph carries.
    var rise: Float
    var shift: Float
}

/// A shaped word.
struct Word {
    /// In points.
    var width: Double
    var firstSegment: Int32
    var segmentCount: Int32
    var firstTextByte: Int32
    var textCount: Int32
    var style: Int32
    var firstChance: Int32
    /// -1: not looked for yet.
    var chanceCount: Int32
    /// Bit 0: a character that no font has.
    var flags: UInt8
    /// The word's only segment where it has one that stands in its place; else `fount` is -1.
    var fount: Int32 = -1
    var firstByte: Int32 = 0
    var byteCount: Int32 = 0
}

/// A place inside a word where a line may end.
struct BreakChance {
    /// In the word's bytes.
    var offset: Int32
    /// Whether a hyphen must be added, or one stands there already.
    var addsHyphen: Bool
    /// Of what stands before, in points, without an added hyphen.
    var widthBefore: Double
}
