package import Correspondence
package import Filing

/// A named selection, its document and its output: what `Templates/mailings/NAME.yml` says.
package struct MailingDefinition: Hashable, Sendable {
    package var name: String
    package var document: String
    package var audience: Audience
    package var order: [MailingOrder]
    package var duplicates: DuplicateRule
    package var output: Output
    /// The run refuses to make more letters than this. Nil: no ceiling.
    package var ceiling: Int?

    /// Who is written to.
    package struct Audience: Hashable, Sendable {
        /// Pending requests of this kind.
        package var request: Request.Kind
    }

    /// What becomes of records that are the same client.
    package enum DuplicateRule: String, CaseIterable, Hashable, Sendable {
        /// The "same" pairs are merged in the client file first.
        case mergeCertain = "merge_certain"
        /// One letter per group; the client file is left as it is.
        case leaveOut = "leave_out"
        case ignore
    }

    package struct Output: Hashable, Sendable {
        /// Nil: no PostScript.
        package var postScript: PostScript?
        /// How the plain text is coded. Nil: no plain text.
        package var text: TextEncoding?
        package var xml: Bool
    }

    package struct PostScript: Hashable, Sendable {
        /// Nil: all in one file.
        package var lettersPerFile: Int?
        package var duplex: Bool
        /// The paper: a media type such as `letterhead`, or the number of a tray. Nil: the printer's own choice.
        package var tray: String?
        package var copies: Int

        package init(lettersPerFile: Int? = nil, duplex: Bool = false, tray: String? = nil, copies: Int = 1) {
            self.copies = copies
            self.lettersPerFile = lettersPerFile
            self.duplex = duplex
            self.tray = tray
        }
    }
}
