import Correspondence

extension Layout {
    /// Sets blocks one below the other.
    func set(_ blocks: [Letter.Block], look: Look, measure: Measure) throws(Problem) {
        for block in blocks {
            try set(block, look: look, measure: measure)
        }
    }

    private func set(_ block: Letter.Block, look: Look, measure: Measure) throws(Problem) {
        switch block {
        case .paragraph(let paragraph):
            set(paragraph, look: look, measure: measure)
        case .heading(let level, let paragraph):
            set(paragraph, look: look.heading(level: level), measure: measure)
        case .list(let list):
            try set(list, look: look, measure: measure)
        case .table(let table):
            set(table, look: look.with(classes: table.classes), measure: measure)
        case .image(let image):
            try set(image, look: look, measure: measure)
        case .rule:
            setRule(look: look, measure: measure)
        case .group(let group):
            try set(group, look: look, measure: measure)
        }
    }

    func set(_ paragraph: Letter.Paragraph, look: Look, measure: Measure) {
        if let key = paragraph.key, let known = form.paragraphs[key], use(known, look: look, measure: measure) {
            return
        }
        let start = items.count
        let around = beginKeeping(isKept: paragraph.key != nil)
        let own = paragraph.classes.isEmpty ? look : look.with(classes: paragraph.classes)
        set(paragraph.runs, look: own, measure: measure)
        if let key = paragraph.key, form.paragraphs[key] == nil {
            form.paragraphs[key] = keep(start..<items.count, look: look, measure: measure)
        }
        endKeeping(around, from: start)
    }

    /// Sets a group, whose classes hold for everything in it.
    func set(_ group: Letter.Group, look: Look, measure: Measure) throws(Problem) {
        if let key = group.key, let known = form.groups[key], use(known, look: look, measure: measure) { return }
        let start = items.count
        let around = beginKeeping(isKept: group.key != nil)
        let own = look.group(group)
        if group.kind == .header, let logo = logo(of: group) {
            try setBeside(logo, group, look: own, measure: measure)
        } else {
            try set(group.blocks, look: own, measure: measure)
        }
        if own.isWhole || own.staysWithPrevious { tie(start..<items.count, toPrevious: own.staysWithPrevious) }
        if let key = group.key, form.groups[key] == nil {
            form.groups[key] = keep(start..<items.count, look: look, measure: measure)
        }
        endKeeping(around, from: start)
    }

    private func tie(_ range: Range<Int>, toPrevious: Bool) {
        for index in range where index > range.lowerBound || toPrevious { items[index].isTied = true }
    }

    /// The picture that a header's words stand beside: its first block, where that is one of class `logo`.
    private func logo(of group: Letter.Group) -> Letter.Image? {
        guard case .image(let image)? = group.blocks.first, image.classes.contains("logo"), group.blocks.count > 1
        else { return nil }
        return image
    }

    private func setBeside(
        _ logo: Letter.Image, _ group: Letter.Group, look: Look, measure: Measure
    ) throws(Problem) {
        let start = items.count
        let size = try picture(logo, within: measure.width * 0.5)
        let gap = 10.0
        marks.append(
            Mark(kind: .picture, index: Int32(size.number), x: measure.x, y: 0, width: size.width, height: size.height))
        items.append(Item(height: 0, before: pendingAfter, firstMark: Int32(marks.count - 1), markCount: 1))
        (pendingAfter, tiesNext) = (0, true)
        let beside = Measure(x: measure.x + size.width + gap, width: measure.width - size.width - gap)
        let text = items.count
        try set(Array(group.blocks.dropFirst()), look: look, measure: beside)
        let height = self.height(of: text..<items.count)
        // The words stand in the middle of a taller logo.
        if height < size.height {
            if text < items.count { items[text].before += (size.height - height) / 2 }
            let rest = size.height - self.height(of: text..<items.count)
            items.append(Item(height: max(rest, 0), before: 0, firstMark: 0, markCount: 0, isTied: true))
        }
        tie(start..<items.count, toPrevious: false)
        pendingAfter = look.lineHeight * 0.5
        tiesNext = false
    }

    /// Of items one below the other, with the space before each.
    func height(of range: Range<Int>) -> Double {
        range.reduce(0) { $0 + items[$1].height + items[$1].before }
    }

    private func setRule(look: Look, measure: Measure) {
        marks.append(Mark(kind: .rule, index: 0, x: measure.x, y: 3, width: measure.width, height: 0.5))
        items.append(
            Item(
                height: 6, before: max(pendingAfter, look.lineHeight * 0.3), firstMark: Int32(marks.count - 1),
                markCount: 1,
                isTied: true))
        pendingAfter = look.lineHeight * 0.3
        tiesNext = false
    }

    // MARK: Lists

    private func set(_ list: Letter.List, look: Look, measure: Measure) throws(Problem) {
        let look = look.with(classes: list.classes)
        let indent = look.size * 1.5
        let inner = Measure(x: measure.x + indent, width: measure.width - indent)
        var itemLook = look
        itemLook.after = 0.2
        for (number, blocks) in list.items.enumerated() {
            let after = number == list.items.count - 1 ? look.after : itemLook.after
            setMarker(list.ordered ? "\(number + 1)." : "•", look: look, x: measure.x, indent: indent)
            try set(blocks, look: itemLook, measure: inner)
            pendingAfter = after * look.lineHeight
        }
    }

    /// Sets a marker as an item without height, tied to the line that it stands before.
    private func setMarker(_ marker: String, look: Look, x: Double, indent: Double) {
        let start = lines.count
        var left = look
        left.alignment = .right
        let firstToken = tokens.count
        append([Letter.Run(marker)], look: left)
        breakLines(
            tokens: firstToken..<tokens.count, look: left, measure: Measure(x: x, width: indent - look.size * 0.45))
        marks.append(
            Mark(
                kind: .line, index: Int32(start), x: 0,
                y: Layout.baseline(height: look.lineHeight, size: look.size)))
        items.append(
            Item(
                height: 0, before: max(pendingAfter, look.lineHeight * 0.2), firstMark: Int32(marks.count - 1),
                markCount: 1,
                isTied: tiesNext))
        pendingAfter = 0
        tiesNext = true
    }

    // MARK: Images

    private func set(_ image: Letter.Image, look: Look, measure: Measure) throws(Problem) {
        let look = look.with(classes: image.classes)
        let size = try picture(image, within: measure.width)
        let x =
            switch look.alignment {
            case .right: measure.x + measure.width - size.width
            case .center: measure.x + (measure.width - size.width) / 2
            case .justified, .left: measure.x
            }
        marks.append(
            Mark(kind: .picture, index: Int32(size.number), x: x, y: 0, width: size.width, height: size.height))
        items.append(
            Item(
                height: size.height, before: max(pendingAfter, look.before * look.lineHeight),
                firstMark: Int32(marks.count - 1), markCount: 1, isTied: tiesNext || look.staysWithPrevious))
        pendingAfter = look.lineHeight * 0.5
        tiesNext = look.staysWithNext
    }

    /// Finds an image and its size in points: as the template says; else at 200 dots per inch, no higher than a signature or
    /// a logo should be.
    private func picture(
        _ image: Letter.Image, within room: Double
    ) throws(Problem) -> (number: Int, width: Double, height: Double) {
        let number = try pictures.number(of: image.source)
        let pixels = pictures.pictures[number]
        let ratio = Double(pixels.width) / Double(max(pixels.height, 1))
        var width = Double(pixels.width) * 72 / 200
        var height = Double(pixels.height) * 72 / 200
        switch (image.width, image.height) {
        case (let w?, let h?): (width, height) = (w * Geometry.millimetre, h * Geometry.millimetre)
        case (let w?, nil): (width, height) = (w * Geometry.millimetre, w * Geometry.millimetre / ratio)
        case (nil, let h?): (width, height) = (h * Geometry.millimetre * ratio, h * Geometry.millimetre)
        case (nil, nil):
            let tallest = image.classes.contains("signature") || image.classes.contains("logo") ? 56.0 : 500
            if height > tallest { (width, height) = (tallest * ratio, tallest) }
        }
        if width > room { (width, height) = (room, height * room / width) }
        if height > 680 { (width, height) = (width * 680 / height, 680) }
        return (number, width, height)
    }
}
