import Correspondence

extension Layout {
    /// Sets a letter whole: window, opening lines, body, pages.
    ///
    /// - Returns: Nil, or why the letter must be left out.
    func typeset(_ letter: Letter, geometry: Geometry) throws(Problem) -> LeftOut? {
        begin(letter)
        let look = Look.body(size: options.fontSize)
        if !setAddress(
            letter.addressLines, in: geometry.window, growth: geometry.growth, isCentred: geometry.isSheetOfLabels)
        {
            return LeftOut.addressLeavesWindow(letter.client ?? 0)
        }
        guard case .letter = geometry.kind else {
            try setSender(letter, geometry: geometry, look: look)
            pageCount = 1
            return nil
        }
        let header = try setRegion(.header, letter, geometry: geometry, look: look)
        let footer = try setRegion(.footer, letter, geometry: geometry, look: look)
        placeHeader(header, geometry: geometry)
        let footTop = placeFooter(footer, geometry: geometry)
        let bodyTop = setOpening(letter, geometry: geometry, look: look)
        try setBody(letter, geometry: geometry, look: look, top: bodyTop, footTop: footTop)
        return nil
    }

    // MARK: Header and footer

    private func measure(_ geometry: Geometry) -> Measure {
        let millimetre = Geometry.millimetre
        return Measure(
            x: geometry.left * millimetre, width: (geometry.width - geometry.left - geometry.right) * millimetre)
    }

    private func setRegion(
        _ kind: Letter.Group.Kind, _ letter: Letter, geometry: Geometry, look: Look
    ) throws(Problem) -> Range<Int> {
        let start = items.count
        (pendingAfter, tiesNext) = (0, false)
        for case .group(let group) in letter.body where group.kind == kind {
            try set(group, look: look, measure: measure(geometry))
        }
        let room = (geometry.headerBottom - geometry.top) * Geometry.millimetre
        guard kind == .header, height(of: start..<items.count) > room else { return start..<items.count }
        // Too tall to stand above the window: set again in the column beside it.
        items.cut(to: start)
        (pendingAfter, tiesNext) = (0, false)
        let beside = geometry.narrowHeader
        for case .group(let group) in letter.body where group.kind == kind {
            try set(
                unkeyed(group), look: look,
                measure: Measure(x: beside.x * Geometry.millimetre, width: beside.width * Geometry.millimetre))
        }
        if height(of: start..<items.count) > beside.height * Geometry.millimetre { warnings |= 16 }
        return start..<items.count
    }

    private func unkeyed(_ group: Letter.Group) -> Letter.Group {
        var group = group
        group.key = nil
        return group
    }

    private func placeHeader(_ range: Range<Int>, geometry: Geometry) {
        place(range, from: geometry.top * Geometry.millimetre)
    }

    /// Puts the footer at the foot of the first page; returns its top.
    private func placeFooter(_ range: Range<Int>, geometry: Geometry) -> Double {
        let bottom = (geometry.height - 15) * Geometry.millimetre
        guard !range.isEmpty else { return .infinity }
        let top = bottom - height(of: range)
        place(range, from: top)
        return top
    }

    private func place(_ range: Range<Int>, from top: Double) {
        var y = top
        for index in range {
            y += items[index].before
            placed.append(Placed(item: Int32(index), page: 0, y: y))
            y += items[index].height
        }
    }

    // MARK: Opening

    /// Sets place and date, reference and subject; returns where the body begins.
    private func setOpening(_ letter: Letter, geometry: Geometry, look: Look) -> Double {
        let millimetre = Geometry.millimetre
        let whole = measure(geometry)
        var left = look
        left.alignment = .left
        let date = dateLine(letter.placeAndDate, geometry: geometry, look: left, whole: whole)
        setDate(letter.placeAndDate, look: date.look, measure: date.measure, baseline: geometry.dateY)
        setLine(
            letter.referenceLine, look: left, measure: Measure(x: whole.x, width: date.measure.x - whole.x - 12),
            baseline: geometry.referenceY)
        let subjectTop = geometry.subjectY * millimetre - look.size
        guard !letter.subject.runs.isEmpty else { return subjectTop }
        let start = items.count
        (pendingAfter, tiesNext) = (0, false)
        var bold = look
        bold.bits |= 1
        bold.alignment = .left
        setSubject(letter, look: bold, measure: whole)
        place(start..<items.count, from: subjectTop)
        return subjectTop + height(of: start..<items.count) + look.lineHeight * 0.9
    }

    private func setSubject(_ letter: Letter, look: Look, measure: Measure) {
        if let key = letter.subject.key, let known = form.paragraphs[key], use(known, look: look, measure: measure) {
            return
        }
        var subject = letter.subject
        if let label = Layout.subjectLabels[letter.language.rawValue] { subject.runs.insert(Letter.Run(label), at: 0) }
        set(subject, look: look, measure: measure)
    }

    /// What a subject line begins with, where the language's letters have such a word.
    static let subjectLabels = [
        "fr": "Objet\u{202F}: ", "nl": "Betreft: ", "es": "Asunto: ", "it": "Oggetto: ",
    ]

    /// Where place and date stand: under the address, or, where they may be too long for that, 30 mm further to the left and
    /// flush right, so that they stay on one line.
    private func dateLine(
        _ text: String, geometry: Geometry, look: Look, whole: Measure
    ) -> (look: Look, measure: Measure) {
        let x = geometry.dateX * Geometry.millimetre
        let usual = Measure(x: x, width: whole.x + whole.width - x)
        // Half an em a letter is more than any text face needs on the average.
        guard Double(text.count) * look.size * 0.5 > usual.width else { return (look, usual) }
        let further = max(whole.x, x - 30 * Geometry.millimetre)
        var right = look
        right.alignment = .right
        return (right, Measure(x: further, width: whole.x + whole.width - further))
    }

    /// Place and date are the same on most letters of a run: met twice in a row, they are frozen.
    private func setDate(_ text: String, look: Look, measure: Measure, baseline: Double) {
        guard text == form.date.text else {
            form.date = FormMemory.DateLine(text: text, changes: form.date.changes + 1)
            setLine(text, look: look, measure: measure, baseline: baseline)
            return
        }
        let start = items.count
        if let frame = form.date.frame, use(frame, look: look, measure: measure) {
            let top = baseline * Geometry.millimetre - Layout.baseline(height: look.lineHeight, size: look.size)
            place(start..<items.count, from: top)
            return
        }
        // What the letter has noted so far is none of the date's: a frame must not depend on the letter it was made for.
        let before = warnings | type.noted
        (warnings, type.noted) = (0, 0)
        defer { warnings |= before }
        setLine(text, look: look, measure: measure, baseline: baseline)
        // Frames are kept for good: a form whose date changes all the time gets no more.
        if form.date.frame == nil, form.date.changes < 8 {
            form.date.frame = keep(start..<items.count, look: look, measure: measure)
        }
    }

    private func setLine(_ text: String, look: Look, measure: Measure, baseline: Double) {
        guard !text.isEmpty else { return }
        let start = items.count
        (pendingAfter, tiesNext) = (0, false)
        set([Letter.Run(text)], look: look, measure: measure)
        let top = baseline * Geometry.millimetre - Layout.baseline(height: look.lineHeight, size: look.size)
        place(start..<items.count, from: top)
    }

    // MARK: Body

    private func setBody(
        _ letter: Letter, geometry: Geometry, look: Look, top: Double, footTop: Double
    ) throws(Problem) {
        let start = items.count
        (pendingAfter, tiesNext) = (0, false)
        let measure = measure(geometry)
        for block in letter.body {
            if case .group(let group) = block, group.kind == .header || group.kind == .footer { continue }
            try set([block], look: look, measure: measure)
        }
        let bottom = (geometry.height - geometry.bottom) * Geometry.millimetre
        fillPages(
            start..<items.count, firstTop: top, firstBottom: min(bottom, footTop - 10),
            top: (geometry.top + 8) * Geometry.millimetre, bottom: bottom)
    }

    /// Deals items out to pages; a page ends only before an item that is not tied to the one above it.
    private func fillPages(_ range: Range<Int>, firstTop: Double, firstBottom: Double, top: Double, bottom: Double) {
        var page = 0
        var index = range.lowerBound
        while index < range.upperBound || page == 0 {
            let start = placed.count
            var y = page == 0 ? firstTop : top
            let end = page == 0 ? firstBottom : bottom
            if page > 0 { y = repeatHead(of: index, page: page, from: y) }
            let first = index
            while index < range.upperBound {
                let item = items[index]
                let before = index == first ? 0 : item.before
                if y + before + item.height > end + 0.01, index > first { break }
                placed.append(Placed(item: Int32(index), page: Int32(page), y: y + before))
                y += before + item.height
                index += 1
            }
            if index < range.upperBound { index = stepBack(from: index, to: first, start: start) }
            page += 1
        }
        pageCount = page
    }

    /// Returns the last place before `index` where a page may end, and takes what follows it off the page.
    private func stepBack(from index: Int, to first: Int, start: Int) -> Int {
        var end = index
        while end > first, items[end].isTied { end -= 1 }
        // A page must end somewhere: where everything is tied, it ends where it is full.
        guard end > first else { return index }
        while placed.count > start, Int(placed[placed.count - 1].item) >= end { placed.cut(to: placed.count - 1) }
        return end
    }

    private func repeatHead(of index: Int, page: Int, from top: Double) -> Double {
        guard index < items.count, items[index].firstHead >= 0 else { return top }
        var y = top
        let first = Int(items[index].firstHead)
        for head in first..<first + Int(items[index].headCount) {
            placed.append(Placed(item: Int32(head), page: Int32(page), y: y))
            y += items[head].height
        }
        return y
    }
}
