/// What a press is told once, before the first letter.
package struct PressOptions: Sendable {
    /// `%%Title` of the file.
    package var title: String
    /// `%%Creator` of the file.
    package var creator: String
    /// `%%For`: the house.
    package var forWhom: String
    /// `%%CreationDate`, as text. Nil: none is written, so that nothing depends on the clock.
    package var date: String?
    /// Prints on both sides; every letter then begins on a front.
    package var duplex: Bool
    /// The paper: a media type such as `letterhead`, or the number of a tray. Nil: the printer's own choice.
    package var tray: String?
    package var copies: Int
    /// Where the images that templates name lie.
    package var imageFolder: String
    /// Where `hyph_fr.dic` and its like lie.
    package var hyphenationFolder: String
    /// Of body text, in points. Useful from 9 to 13.
    package var fontSize: Double
    /// Where pages wait while the file's head is not known yet. The file there has no name and goes with the press.
    package var spoolFolder: String

    package init(
        title: String = "", creator: String = "publipost", forWhom: String = "", date: String? = nil,
        duplex: Bool = false, tray: String? = nil, copies: Int = 1, imageFolder: String = "Templates",
        hyphenationFolder: String = HyphenationShelf.usualFolder, fontSize: Double = 11,
        spoolFolder: String = "/var/tmp"
    ) {
        self.title = title
        self.creator = creator
        self.forWhom = forWhom
        self.date = date
        self.duplex = duplex
        self.tray = tray
        self.copies = copies
        self.imageFolder = imageFolder
        self.hyphenationFolder = hyphenationFolder
        self.fontSize = fontSize
        self.spoolFolder = spoolFolder
    }
}
