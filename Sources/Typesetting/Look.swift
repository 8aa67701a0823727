import Correspondence

/// How a block is set: what its element and its classes ask for, on top of what stands around it.
struct Look: Hashable {
    enum Alignment: Hashable {
        case justified, left, right, center
    }

    /// In points.
    var size: Double
    /// From baseline to baseline, as a multiple of the size.
    var leading = 1.3
    /// 1 bold, 2 italic.
    var bits: UInt8 = 0
    var alignment = Alignment.justified
    /// Space before and after, as a multiple of the leading.
    var before = 0.0
    var after = 0.5
    /// Nothing of it is parted from the block before, or from the one after.
    var staysWithPrevious = false
    var staysWithNext = false
    /// It is not cut by the end of a page.
    var isWhole = false

    var lineHeight: Double { size * leading }
}

extension Look {
    /// The body of a letter.
    static func body(size: Double) -> Look {
        Look(size: size)
    }

    /// Sizes are in quarters of a point.
    private mutating func scale(by factor: Double) {
        size = Look.rounded(size * factor)
    }

    static func rounded(_ size: Double) -> Double {
        (size * 4).rounded() / 4
    }

    /// Class names: `left right center justify small note large bold italic tight keep`, and by what a paragraph is:
    /// `salutation closing signature sender house objection`; others change nothing.
    func with(classes: [String]) -> Look {
        classes.reduce(into: self) { look, name in look.apply(name) }
    }

    private mutating func apply(_ name: String) {
        switch name {
        case "left": alignment = .left
        case "right", "amount", "number": alignment = .right
        case "center": alignment = .center
        case "justify": alignment = .justified
        case "small": scale(by: 0.82)
        case "note": applyNote()
        case "large": scale(by: 1.25)
        case "bold", "total": bits |= 1
        case "italic": bits |= 2
        case "tight": after = 0
        case "keep": isWhole = true
        default: apply(role: name)
        }
    }

    private mutating func applyNote() {
        scale(by: 0.82)
        before = max(before, 0.6)
    }

    private mutating func apply(role name: String) {
        switch name {
        case "salutation":
            after = 0.75
            staysWithNext = true
        case "closing":
            before = 0.25
            isWhole = true
            staysWithPrevious = true
            staysWithNext = true
            after = 0.6
        case "signature":
            staysWithPrevious = true
            isWhole = true
        case "sender":
            scale(by: 0.82)
            leading = 1.25
            alignment = .left
            after = 0.3
        case "objection":
            if size > 9 { applyNote() }
        case "house":
            scale(by: 1.45)
            bits |= 1
            leading = 1.15
            after = 0.15
        default: break
        }
    }

    func heading(level: Int) -> Look {
        var look = self
        let scale = [1.4, 1.18, 1.0][min(max(level, 1), 3) - 1]
        look.scale(by: scale)
        look.leading = 1.2
        look.bits |= level == 3 ? 3 : 1
        look.alignment = .left
        look.before = level == 1 ? 0.9 : 0.7
        look.after = 0.3
        look.staysWithNext = true
        look.isWhole = true
        return look
    }

    func group(_ group: Letter.Group) -> Look {
        var look = self
        switch group.kind {
        case .header, .address:
            look.alignment = .left
            look.after = 0
        case .footer:
            look.alignment = .center
            look.scale(by: 0.75)
            look.after = 0.1
        case .div: break
        }
        return look.with(classes: group.classes)
    }

    func style(_ style: Letter.Style, language: Int) -> TypeStyle {
        var bits = bits
        // `OptionSet.contains` is not inlined across rooms; these are its bits.
        bits |= style.rawValue & 3
        return TypeStyle(
            look: bits, size: style.rawValue & 8 != 0 ? Look.rounded(size * 0.82) : size,
            isUnderlined: style.rawValue & 4 != 0,
            language: language)
    }
}
