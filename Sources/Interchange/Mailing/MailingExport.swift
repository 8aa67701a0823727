package import Correspondence
import XML

/// Writes `mailing.xml`, the export of a run for a mailing house, as the letters are made.
///
/// The order is that of ``MailingSchema``: heading, one `piece` for each letter, those left out, then the counts, which only
/// the end knows. Memory does not grow with the run, and the same calls give the same bytes.
///
/// Each piece carries a `PostalLabel` of OASIS CIQ xNAL 3.0, with the parts of name and address and with the printed lines: a
/// reader that knows only xNAL can still address the mail.
package final class MailingExport {
    private let writer: XMLWriter
    private let language: MessageLanguage
    private var pieces = 0
    private var pages = 0
    private var leftOut: [String: Int] = [:]
    private var hasSuppressions = false

    package init(to sink: any ByteSink, heading: MailingHeading) throws(Problem) {
        writer = try XMLWriter(to: sink)
        language = heading.language
        try writer.open(
            "mailing",
            [
                "xmlns:xnal": XNAL.label, "xmlns:xnl": XNAL.name,
                "xmlns:xal": XNAL.address, "version": "1", "run": heading.run, "name": heading.name,
                "date": heading.date.iso, "language": language.rawValue,
            ])
        for template in heading.templates {
            try writer.element(
                "template",
                [
                    "document": template.document, "language": template.language.rawValue,
                    "sha256": template.sha256,
                ], "")
        }
        try writer.element("selection", heading.selection)
    }

    /// Writes one letter. All letters come before the first ``leaveOut(_:)``.
    package func put(_ piece: MailingPiece) throws(Problem) {
        pieces += 1
        pages += piece.pages
        try writer.open(
            "piece",
            [
                "code": piece.code, "file": piece.file, "first-page": String(piece.firstPage),
                "pages": String(piece.pages), "client": piece.client.number.map { String($0) },
                "reference": piece.client.reference, "language": piece.language.rawValue,
            ])
        for member in piece.household {
            try writer.element(
                "household",
                ["client": member.number.map { String($0) }, "reference": member.reference], "")
        }
        for number in piece.duplicates { try writer.element("duplicate", ["client": String(number)], "") }
        try XNAL.put([piece.client] + piece.household, lines: piece.addressLines, to: writer)
        try writer.element("reason", piece.reason)
        try writer.close()
    }

    /// Writes one client who got no letter of their own.
    package func leaveOut(_ client: LeftOut) throws(Problem) {
        if !hasSuppressions { try writer.open("suppressions") }
        hasSuppressions = true
        leftOut[client.code, default: 0] += 1
        try writer.element(
            "suppressed",
            ["client": String(client.client), "code": client.code], client.words.text(in: language))
    }

    /// Writes the counts and the end. To be called once.
    package func finish() throws(Problem) {
        if hasSuppressions { try writer.close() }
        let suppressed = leftOut.values.reduce(0, +)
        try writer.open(
            "counts", ["pieces": String(pieces), "pages": String(pages), "suppressed": String(suppressed)])
        for (code, count) in leftOut.sorted(by: { $0.key < $1.key }) {
            try writer.element("suppressed", ["code": code, "count": String(count)], "")
        }
        try writer.close()
        try writer.finish()
    }
}
