import Correspondence

extension Layout {
    /// Type size and distance of the lines of an address, in points: 10 is what La Poste recommends.
    private static let addressSize = 10.0
    private static let addressLeading = 11.5
    /// So far, in millimetres, text stays away from the window's sides: some letters lean out of their width.
    private static let addressInset = 0.4

    /// Sets the address block so that all its ink stays in the window; false where that cannot be.
    ///
    /// Six lines fill the window; more rise above it by at most `growth` millimetres, then move closer and get smaller.
    /// A line that is too wide is set smaller by itself.
    func setAddress(_ text: [String], in window: Geometry.Box, growth: Double, isCentred: Bool = false) -> Bool {
        guard !text.isEmpty else { return true }
        let millimetre = Geometry.millimetre
        var leading = Layout.addressLeading
        var size = Layout.addressSize
        let room = (window.height + growth) * millimetre
        if Double(text.count) * leading > room + 0.5 {
            leading = room / Double(text.count)
            size = (leading / 1.14 * 4).rounded(.down) / 4
            guard size >= 8 else { return false }
            warnings |= 8
        }
        var look = Look(size: size)
        look.alignment = .left
        look.after = 0
        look.leading = leading / size
        // The block hangs from the window's top; a tall one stands on its bottom.
        let height = Double(text.count) * leading
        let hanging = window.y * millimetre + (isCentred ? (window.height * millimetre - height) / 2 : 0)
        let top = min(hanging, (window.y + window.height) * millimetre - height)
        for (number, line) in text.enumerated() {
            let noted = warnings
            warnings = 0
            guard setAddressLine(line, look: look, window: window, top: top + Double(number) * leading) else {
                return false
            }
            warnings |= noted
        }
        return true
    }

    private func setAddressLine(_ text: String, look: Look, window: Geometry.Box, top: Double) -> Bool {
        let start = lines.count
        let firstToken = tokens.count
        let style = type.number(of: look.style([], language: language))
        read(text, style: style, isLiteral: false, into: tokens)
        let line = SetLine(
            firstToken: Int32(firstToken), endToken: Int32(tokens.count),
            x: (window.x + Layout.addressInset) * Geometry.millimetre, width: 0,
            extra: 0)
        lines.append(line)
        lines[start].width = naturalWidth(line)
        let room = (window.width - Layout.addressInset * 2) * Geometry.millimetre
        if lines[start].width > room {
            setSmaller(start, to: room)
            if warnings & 4 != 0 { return false }
        } else if !PostalLabel.fits(text) {
            warnings |= 32
        }
        marks.append(Mark(kind: .line, index: Int32(start), x: 0, y: look.lineHeight * 0.5 + look.size * 0.34))
        items.append(Item(height: look.lineHeight, before: 0, firstMark: Int32(marks.count - 1), markCount: 1))
        placed.append(Placed(item: Int32(items.count - 1), page: 0, y: top))
        return true
    }

    /// Sets the sender's lines on an envelope: the letter's header, small, at the top left.
    func setSender(_ letter: Letter, geometry: Geometry, look: Look) throws(Problem) {
        guard geometry.kind == .envelope else { return }
        var small = look
        small.size = Look.rounded(look.size * 0.8)
        (pendingAfter, tiesNext) = (0, false)
        let start = items.count
        let box = geometry.narrowHeader
        for case .group(var group) in letter.body where group.kind == .header {
            group.key = nil
            try set(
                group, look: small,
                measure: Measure(x: box.x * Geometry.millimetre, width: box.width * Geometry.millimetre))
        }
        var y = geometry.top * Geometry.millimetre
        for index in start..<items.count {
            y += items[index].before
            placed.append(Placed(item: Int32(index), page: 0, y: y))
            y += items[index].height
        }
    }
}

extension LeftOut {
    static func addressLeavesWindow(_ client: Client.Number) -> LeftOut {
        LeftOut(
            client: client, code: "address_overflow",
            words: Wording(
                en:
                    "The address does not fit into the envelope's window: it has too many lines, or one that is too long.",
                fr:
                    "L'adresse ne tient pas dans la fenêtre de l'enveloppe : elle a trop de lignes, ou une ligne trop longue."
            ),
            isFault: true)
    }
}
