/// A line with its words chosen, not yet at its height. Lengths are in points.
struct SetLine {
    var firstToken: Int32
    var endToken: Int32
    /// Replaces the first or last token's word where that word is broken. -1: it is whole.
    var firstWord: Int32 = -1
    var lastWord: Int32 = -1
    var x: Double
    var width: Double
    /// Added to each space.
    var extra: Double
}

/// Something printed, placed inside an item. Lengths are in points, `y` downwards from the item's top.
struct Mark {
    enum Kind: UInt8 {
        case line, rule, picture
    }

    var kind: Kind
    /// Of a line or a picture.
    var index: Int32
    var x: Double
    /// Of a line: the baseline. Else the top.
    var y: Double
    var width: Double = 0
    var height: Double = 0
}

/// A slice of the letter that no page end cuts: a line, a row, a picture.
struct Item {
    var height: Double
    /// Left free above, except at the top of a page.
    var before: Double
    var firstMark: Int32
    var markCount: Int32
    /// No page ends before it.
    var isTied = false
    /// The frozen frame that it belongs to, and its number there. -1: it is set for this letter alone.
    var frame: Int32 = -1
    var frameItem: Int32 = 0
    /// The rows repeated above it where it begins a page.
    var firstHead: Int32 = -1
    var headCount: Int32 = 0
}

/// An item on its page.
struct Placed {
    var item: Int32
    var page: Int32
    /// Of its top, from the sheet's top, in points.
    var y: Double
}

/// Items that are the same in every letter of a form: set once, written once.
struct Frame {
    var look: Look
    var x: Double
    var width: Double
    var firstItem: Int32
    var itemCount: Int32
    /// The space that the last item wants after it.
    var after: Double
    /// Whether a character had no glyph or a line had to be set smaller.
    var warnings: UInt8
    /// The procedure's number in the file, given when it is first called.
    var procedure = -1
    /// The procedure's operators, and those of each item alone.
    var whole: [UInt8]
    var parts: [[UInt8]]
}

/// What is remembered of the letters of one template.
final class FormMemory {
    /// The tokens of literal runs in the style that each was met in last.
    var runs = KeyTable<LiteralRun>()
    /// The numbers of frames.
    var paragraphs = KeyTable<Int>()
    var groups = KeyTable<Int>()
    var date = DateLine(text: "", changes: 0)

    /// Place and date of the last letter, and their frame.
    struct DateLine {
        var text: String
        var frame: Int?
        var changes: Int
    }

    struct LiteralRun {
        var style: Int32
        var tokens: Range<Int>
    }
}

/// Values by the keys of a template: small numbers from 0, so that an array finds most of them.
struct KeyTable<Value> {
    private static var arrayLimit: Int { 1 << 14 }

    private var near: [Value?] = []
    private var far: [Int: Value] = [:]

    subscript(key: Int) -> Value? {
        get {
            if key >= 0, key < near.count { return near[key] }
            return far.isEmpty ? nil : far[key]
        }
        set {
            guard key >= 0, key < KeyTable.arrayLimit else {
                far[key] = newValue
                return
            }
            while near.count <= key { near.append(nil) }
            near[key] = newValue
        }
    }
}
