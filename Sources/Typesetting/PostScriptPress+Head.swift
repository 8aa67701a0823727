import Correspondence

extension PostScriptPress {
    func fontResources() throws(Problem) -> [FontResource] {
        var resources: [FontResource] = []
        for (number, face) in layout.type.faces.enumerated() where !layout.type.codes[number].pages.isEmpty {
            resources.append(try FontResource(face: face, number: number, pages: layout.type.codes[number]))
        }
        return resources
    }

    /// Writes everything before the first page: comments, prolog, set-up.
    func writeHead(geometry: Geometry, fonts: [FontResource], to head: borrowing ByteArena) {
        writeComments(geometry: geometry, fonts: fonts, to: head)
        head.append("%%BeginProlog\n")
        writeProcedures(geometry: geometry, to: head)
        for font in fonts { font.append(to: head) }
        writePictures(to: head)
        head.append("%%EndProlog\n")
        writeSetup(geometry: geometry, fonts: fonts, to: head)
    }

    // MARK: Comments

    private func writeComments(geometry: Geometry, fonts: [FontResource], to head: borrowing ByteArena) {
        let width = Int((geometry.width * Geometry.millimetre).rounded(.up))
        let height = Int((geometry.height * Geometry.millimetre).rounded(.up))
        head.append("%!PS-Adobe-3.0\n")
        head.append(text: "%%Title: \(PostScriptPress.quoted(options.title))\n")
        head.append(text: "%%Creator: \(PostScriptPress.quoted(options.creator))\n")
        if let date = options.date { head.append(text: "%%CreationDate: \(PostScriptPress.quoted(date))\n") }
        if !options.forWhom.isEmpty { head.append(text: "%%For: \(PostScriptPress.quoted(options.forWhom))\n") }
        head.append(text: "%%Pages: \(pages)\n%%PageOrder: Ascend\n%%Orientation: Portrait\n%%LanguageLevel: 3\n")
        head.append("%%DocumentData: Clean8Bit\n")
        head.append(text: "%%BoundingBox: 0 0 \(width) \(height)\n")
        let size = geometry.pageSize
        head.append(text: "%%DocumentMedia: \(mediaName) \(size.width) \(size.height) 0 () ()\n")
        head.append("%%DocumentSuppliedResources: procset publipost 1.0 0\n")
        for font in fonts {
            for page in 0..<layout.type.codes[font.number].pages.count {
                head.append(text: "%%+ font \(font.name(page: page))\n")
            }
        }
        for number in 0..<layout.pictures.pictures.count { head.append(text: "%%+ form I\(number)\n") }
        writeRequirements(to: head)
        head.append("%%ProofMode: NotifyMe\n%%EndComments\n")
    }

    private func writeRequirements(to head: borrowing ByteArena) {
        var wants: [String] = []
        if options.copies > 1 { wants.append("collate") }
        if options.duplex { wants.append("duplex") }
        if options.copies > 1 { wants.append("numcopies(\(options.copies))") }
        if !wants.isEmpty { head.append(text: "%%Requirements: \(wants.joined(separator: " "))\n") }
    }

    private var mediaName: String {
        guard let tray = options.tray else { return "Plain" }
        let plain = tray.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        return plain.isEmpty ? "Plain" : String(String.UnicodeScalarView(plain))
    }

    /// Returns text as a DSC string: in parentheses, ASCII only, not longer than a DSC line may be.
    static func quoted(_ text: String) -> String {
        var quoted = "("
        for byte in text.utf8 {
            guard quoted.utf8.count < 200 else { break }
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                quoted += "\\" + String(UnicodeScalar(byte))
            case 32..<127: quoted += String(UnicodeScalar(byte))
            default:
                let octal = String(byte, radix: 8)
                quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
            }
        }
        return quoted + ")"
    }

    // MARK: Procedures

    /// `j` sets a line with wider spaces, `s` one as it is; `k` and `t` go on where another fount ended; `q` sets glyphs away
    /// from their place; `r` fills a box; `i` paints a form into a box.
    private static let procset: StaticString = """
        /bd{bind def}bind def
        /m{moveto}bd
        /j{moveto 0 32 4 3 roll widthshow}bd
        /s{moveto show}bd
        /k{0 32 4 3 roll widthshow}bd
        /t{show}bd
        /q{2 copy rmoveto 3 2 roll show neg exch neg exch rmoveto}bd
        /r{rectfill}bd
        /i{gsave 4 2 roll translate scale execform grestore}bd

        """

    private func writeProcedures(geometry: Geometry, to head: borrowing ByteArena) {
        head.append("%%BeginResource: procset publipost 1.0 0\n/publipost 500 dict def\npublipost begin\n")
        head.append(PostScriptPress.procset)
        for (number, name) in marked.enumerated() {
            head.append(text: "/M\(number){")
            writeMarks(named: name, to: head)
            head.append("}bd\n")
        }
        head.append(procedures.base, count: procedures.count)
        head.append("end\n%%EndResource\n")
    }

    /// Fine lines at the left edge: 4 mm at the folds, 6 mm at the middle for a perforator.
    private func writeMarks(named name: String, to head: borrowing ByteArena) {
        guard let geometry = try? Geometry.named(name) else { return }
        for fold in geometry.folds { writeMark(at: fold, length: 4, geometry: geometry, to: head) }
        if let punch = geometry.punch { writeMark(at: punch, length: 6, geometry: geometry, to: head) }
    }

    private func writeMark(at y: Double, length: Double, geometry: Geometry, to head: borrowing ByteArena) {
        head.append(hundredths: 3.5 * Geometry.millimetre)
        head.append(" ")
        head.append(hundredths: (geometry.height - y) * Geometry.millimetre - 0.15)
        head.append(" ")
        head.append(hundredths: length * Geometry.millimetre)
        head.append(" .3 r\n")
    }

    // MARK: Pictures

    private func writePictures(to head: borrowing ByteArena) {
        for (number, picture) in layout.pictures.pictures.enumerated() {
            head.append(text: "%%BeginResource: form I\(number)\npublipost begin\n/D\(number) currentfile")
            head.append("\n/ASCII85Decode filter ")
            if !picture.isJPEG { head.append("/FlateDecode filter ") }
            head.append("/ReusableStreamDecode filter\n")
            PostScriptPress.append85(picture.data, to: head)
            head.append(" def\n")
            writeForm(number, picture, to: head)
            head.append("end\n%%EndResource\n")
        }
    }

    private func writeForm(_ number: Int, _ picture: Picture, to head: borrowing ByteArena) {
        let space = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"][picture.components] ?? "/DeviceGray"
        let decode = (0..<picture.components).map { _ in picture.isInverted ? "1 0" : "0 1" }.joined(separator: " ")
        let source = picture.isJPEG ? "D\(number) /DCTDecode filter" : "D\(number)"
        head.append(text: "/I\(number) <</FormType 1/BBox[0 0 1 1]/Matrix[1 0 0 1 0 0]\n")
        head.append(text: "/PaintProc{pop publipost begin \(space) setcolorspace D\(number) 0 setfileposition\n")
        head.append(text: "<</ImageType 1/Width \(picture.width)/Height \(picture.height)/BitsPerComponent 8\n")
        head.append(text: "/ImageMatrix[\(picture.width) 0 0 -\(picture.height) 0 \(picture.height)]\n")
        head.append(text: "/Decode[\(decode)]/DataSource \(source)>>image end}bind>>def\n")
    }

    /// Appends bytes in ASCII base 85; a line never begins with a percent sign, which a DSC reader would take for a comment.
    static func append85(_ data: [UInt8], to bytes: borrowing ByteArena) {
        var column = 0
        func put(_ byte: UInt8, _ bytes: borrowing ByteArena) {
            if column == 0, byte == UInt8(ascii: "%") {
                bytes.append(" ")
                column += 1
            }
            bytes.append(byte)
            column += 1
            if column >= 100 {
                bytes.append(10)
                column = 0
            }
        }
        for start in stride(from: 0, to: data.count, by: 4) {
            let count = min(4, data.count - start)
            var value: UInt32 = 0
            for index in 0..<4 { value = value << 8 | UInt32(index < count ? data[start + index] : 0) }
            if value == 0, count == 4 {
                put(UInt8(ascii: "z"), bytes)
                continue
            }
            var digits: [UInt8] = []
            for _ in 0..<5 {
                digits.insert(UInt8(value % 85) + 33, at: 0)
                value /= 85
            }
            for digit in digits.prefix(count + 1) { put(digit, bytes) }
        }
        bytes.append("~>\n")
    }

    // MARK: Set-up

    private func writeSetup(geometry: Geometry, fonts: [FontResource], to head: borrowing ByteArena) {
        head.append("%%BeginSetup\n")
        let size = geometry.pageSize
        PostScriptPress.feature(
            "*PageSize \(size.name)", "<</PageSize[\(size.width) \(size.height)]>>", to: head)
        if options.duplex {
            PostScriptPress.feature("*Duplex DuplexNoTumble", "<</Duplex true/Tumble false>>", to: head)
        }
        if let tray = options.tray { writeTray(tray, to: head) }
        if options.copies > 1 {
            PostScriptPress.feature("*Copies \(options.copies)", "<</NumCopies \(options.copies)>>", to: head)
            PostScriptPress.feature("*Collate True", "<</Collate true>>", to: head)
        }
        head.append("publipost begin\n")
        for (number, fount) in layout.type.founts.enumerated() {
            guard let font = fonts.first(where: { $0.number == fount.face }),
                fount.page < layout.type.codes[fount.face].pages.count
            else { continue }
            head.append(text: "/F\(number)[/\(font.name(page: fount.page)) findfont ")
            head.append(hundredths: fount.size)
            head.append(" scalefont/setfont cvx]cvx def\n")
        }
        head.append("%%EndSetup\n")
    }

    private func writeTray(_ tray: String, to head: borrowing ByteArena) {
        if let number = Int(tray) {
            PostScriptPress.feature("*InputSlot Tray\(number)", "<</MediaPosition \(number)>>", to: head)
        } else {
            PostScriptPress.feature(
                "*MediaType \(mediaName)", "<</MediaType \(PostScriptPress.quoted(tray))>>", to: head)
        }
    }

    /// A wish that a printer may refuse: it then goes on without.
    private static func feature(_ name: String, _ dictionary: String, to head: borrowing ByteArena) {
        head.append(text: "[{\n%%BeginFeature: \(name)\n\(dictionary) setpagedevice\n%%EndFeature\n")
        head.append("} stopped cleartomark\n")
    }
}

extension Geometry {
    /// The sheet's size in whole points, and what printers call it; an envelope is called by its own name, since printers
    /// take it upright.
    fileprivate var pageSize: (name: String, width: Int, height: Int) {
        let isA4 = width == 210 && height == 297
        return (
            isA4 ? "A4" : name, Int((width * Geometry.millimetre).rounded()),
            Int((height * Geometry.millimetre).rounded())
        )
    }
}
