package import Correspondence

/// Prints letters into one PostScript file: DSC 3.0, language level 3, fonts cut down and embedded as Type 42.
///
/// The pages are written at once, the file's head when the last letter is known: only then are the glyphs known that its
/// fonts must have. Nothing in the file depends on the clock, the machine or where files lie.
///
/// ```
/// let press = PostScriptPress(fonts: try FontBook(), options: PressOptions(title: "documentation"), sink: file)
/// for letter in letters { try press.put(letter) }
/// let pages = try press.finish()
/// ```
package final class PostScriptPress {
    let layout: Layout
    let painter: Painter
    let options: PressOptions
    private let sink: any ByteSink
    let spool: Spool
    var pages = 0
    /// The geometry of the file's sheets: that of its first letter.
    var geometry: Geometry?
    /// Frames called by some page, in the order of their first call: the file's procedures.
    let procedures = ByteArena(capacity: 4096)
    var procedureCount = 0
    /// Geometries whose folding marks some page calls.
    var marked: [String] = []
    /// Whether a hairline frame shows the zone of the address, on test sheets.
    var drawsWindow = false
    /// Labels on the sheet at hand.
    var labels = 0

    package init(fonts: FontBook, options: PressOptions = PressOptions(), sink: any ByteSink) {
        layout = Layout(book: fonts, options: options)
        painter = Painter(layout: layout)
        spool = Spool(folder: options.spoolFolder)
        self.options = options
        self.sink = sink
        let painter = painter
        layout.freeze = { layout, range in FrozenDrawing.draw(range, of: layout, by: painter) }
    }

    /// Typesets a letter and writes its pages.
    ///
    /// - Returns: How many pages, from where, and what somebody should look at; or that the letter must be left out, which
    ///   only happens where its address would leave the window. Nothing of it was written then.
    /// - Throws: A `Problem` where an image is missing, the geometry is unknown or the pages cannot be kept.
    @discardableResult
    package func put(_ letter: Letter) throws(Problem) -> Printed {
        let geometry = try sheet(for: letter)
        if let leftOut = try layout.typeset(letter, geometry: geometry) {
            return Printed(pages: 0, firstPage: 0, leftOut: leftOut)
        }
        let printed = report(letter)
        if case .labels = geometry.kind { return try putLabel(letter, geometry: geometry, printed: printed) }
        if options.duplex, pages % 2 == 1 { writeBlankPage(geometry) }
        var result = printed
        result.firstPage = pages + 1
        writePages(letter, geometry: geometry)
        try spool.settle()
        return result
    }

    /// Typesets a letter without writing anything: how many pages it would have, and what somebody should look at.
    package func rehearse(_ letter: Letter) throws(Problem) -> Printed {
        let geometry = try Geometry.named(letter.geometry)
        if let leftOut = try layout.typeset(letter, geometry: geometry) {
            return Printed(pages: 0, firstPage: 0, leftOut: leftOut)
        }
        return report(letter)
    }

    /// Writes the file: its head, then all pages.
    ///
    /// - Returns: How many pages the file has; 0 where no letter was put, and the file is then empty.
    @discardableResult
    package func finish() throws(Problem) -> Int {
        endLabelSheet()
        guard pages > 0, let geometry else { return 0 }
        let fonts = try fontResources()
        let head = ByteArena(capacity: 1 << 16)
        writeHead(geometry: geometry, fonts: fonts, to: head)
        try sink.write(UnsafeRawBufferPointer(start: head.base, count: head.count))
        try spool.pour(into: sink)
        try sink.write("%%Trailer\nend\n%%EOF\n")
        return pages
    }

    /// The font files that the letters put so far needed, for the run's manifest.
    package var fontFiles: [FontBook.File] { layout.type.book.fontFiles }

    /// All letters of one file are printed on the same paper.
    private func sheet(for letter: Letter) throws(Problem) -> Geometry {
        if let geometry, geometry.name == letter.geometry { return geometry }
        let wanted = try Geometry.named(letter.geometry)
        guard let first = geometry else {
            geometry = wanted
            return wanted
        }
        guard first.width == wanted.width, first.height == wanted.height,
            first.isSheetOfLabels == wanted.isSheetOfLabels
        else {
            throw .paperChanges(first.name, wanted.name)
        }
        return wanted
    }

    private func report(_ letter: Letter) -> Printed {
        layout.warnings |= layout.type.noted
        return Printed(
            pages: layout.pageCount, firstPage: 0, warnings: layout.warnings == 0 ? [] : warnings(of: letter))
    }
}

extension Geometry {
    var isSheetOfLabels: Bool {
        if case .labels = kind { return true }
        return false
    }
}

/// What a frame looks like when drawn from its own origin.
enum FrozenDrawing {
    static func draw(_ range: Range<Int>, of layout: Layout, by painter: Painter) -> (whole: [UInt8], parts: [[UInt8]])
    {
        let whole = ByteArena(capacity: 1024)
        var parts: [[UInt8]] = []
        painter.forgetFount()
        var y = 0.0
        for index in range {
            if index > range.lowerBound { y -= layout.items[index].before }
            painter.paint(layout.items[index], top: y, to: whole)
            y -= layout.items[index].height
        }
        for index in range {
            let part = ByteArena(capacity: 256)
            painter.forgetFount()
            painter.paint(layout.items[index], top: 0, to: part)
            parts.append(Array(UnsafeBufferPointer(start: part.base, count: part.count)))
        }
        painter.forgetFount()
        return (Array(UnsafeBufferPointer(start: whole.base, count: whole.count)), parts)
    }
}

extension Problem {
    static func paperChanges(_ first: String, _ second: String) -> Problem {
        Problem(
            .thing(Wording(en: "geometry \"\(second)\"", fr: "géométrie « \(second) »")),
            Wording(
                en: "one file is printed on one kind of paper, and this one began with \"\(first)\".",
                fr: "un fichier s'imprime sur une seule sorte de papier, et celui-ci a commencé par « \(first) »."),
            remedy: Wording(
                en: "Give all languages of the document the same geometry, or print them one by one.",
                fr: "Donnez la même géométrie à toutes les langues du document, ou imprimez-les une à une."))
    }
}
