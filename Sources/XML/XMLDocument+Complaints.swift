import CLibXML2
import Correspondence

extension XMLDocument {
    /// Says in our words what libxml2 found wrong first. What it finds after that mostly follows from it.
    static func problem(for complaint: Complaints.Complaint, in prepared: Preparation, of source: Source) -> Problem {
        let offset = min(prepared.sourceOffset(of: complaint.offset), source.bytes.count)
        let here = source.tokenRange(before: offset)
        switch xmlParserErrors(UInt32(complaint.code)) {
        case XML_ERR_DOCUMENT_EMPTY:
            return Problem(.file(source.file), .emptyPage, remedy: .writePage)
        case XML_ERR_TAG_NAME_MISMATCH:
            return source.mismatch(complaint, at: offset)
        case XML_ERR_TAG_NOT_FINISHED:
            return source.unclosed(complaint, prepared: prepared, at: here)
        case XML_ERR_INTERNAL_ERROR:
            return source.problem(here, .tooDeep, remedy: .closeSome)
        case XML_ERR_DOCUMENT_END:
            return source.problem(source.nextToken(from: offset), .afterTheEnd, remedy: .oneRoot)
        case XML_ERR_NAME_REQUIRED, XML_ERR_LT_IN_ATTRIBUTE:
            return source.problem(source.lessThan(before: offset), .lessThan, remedy: .writeLt)
        case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
            return source.problem(source.nextToken(from: offset), .attributeValue, remedy: .quoteValue)
        case XML_ERR_ATTRIBUTE_REDEFINED:
            let name = complaint.name ?? ""
            let twin = source.attribute(name, before: offset, prepared: prepared)
            return source.problem(twin ?? here, .attributeTwice(name), remedy: .keepOne)
        case XML_ERR_SPACE_REQUIRED:
            return source.problem(here, .spaceMissing, remedy: .writeSpace)
        case XML_ERR_GT_REQUIRED:
            return source.problem(here, .tagUnfinished, remedy: .writeGt)
        case XML_ERR_INVALID_CHAR:
            return source.problem(here, .controlCharacter, remedy: .deleteIt)
        case XML_ERR_COMMENT_NOT_FINISHED:
            return source.problem(source.opening("<!--", before: offset), .commentOpen, remedy: .closeComment)
        case XML_ERR_HYPHEN_IN_COMMENT:
            return source.problem(here, .hyphens, remedy: .oneHyphen)
        case XML_ERR_CDATA_NOT_FINISHED:
            return source.problem(source.opening("<![CDATA[", before: offset), .dataOpen, remedy: .closeData)
        case XML_ERR_MISPLACED_CDATA_END:
            return source.problem(here, .brackets, remedy: .writeBrackets)
        case XML_NS_ERR_UNDEFINED_NAMESPACE:
            return source.problem(here, .prefix(complaint.name ?? ""), remedy: .plainName)
        default:
            return source.problem(here, .notWellFormed, remedy: .lookHere)
        }
    }
}

extension XMLDocument.Source {
    fileprivate func mismatch(_ complaint: Complaints.Complaint, at offset: Int) -> Problem {
        let range = opening("</", before: offset)
        let open = complaint.name ?? ""
        let closing = complaint.otherName ?? ""
        return problem(
            range.lowerBound..<max(range.upperBound, offset),
            .mismatch(closing: closing, open: open, line: complaint.line), remedy: .close(open))
    }

    /// Shows the start tag of the element that the page's end left open.
    fileprivate func unclosed(
        _ complaint: Complaints.Complaint, prepared: XMLDocument.Preparation, at end: Range<Int>
    ) -> Problem {
        let name = complaint.name ?? ""
        guard name != XMLDocument.Preparation.fragmentName else {
            return problem(end, .notWellFormed, remedy: .lookHere)
        }
        let tag = prepared.tags.last { tag in
            line(of: max(0, tag.range.upperBound - 1)) == complaint.line && text(tag.range).hasPrefix("<\(name)")
        }
        return problem(tag?.range ?? end, .unclosed(name), remedy: .close(name))
    }

    /// The last `word` that begins before `offset`, up to `offset`.
    fileprivate func opening(_ word: String, before offset: Int) -> Range<Int> {
        let letters = Array(word.utf8)
        var start = min(offset, bytes.count - letters.count)
        while start > 0, !bytes[start...].starts(with: letters) { start -= 1 }
        return max(0, start)..<max(max(0, start) + letters.count, min(offset, start + letters.count))
    }

    fileprivate func lessThan(before offset: Int) -> Range<Int> {
        let sign = opening("<", before: offset)
        return sign.lowerBound..<sign.lowerBound + 1
    }

    /// The word that ends at `offset`, or the character there.
    fileprivate func tokenRange(before offset: Int) -> Range<Int> {
        var start = min(offset, max(0, bytes.count - 1))
        let end = start
        while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
        if start < end { return start..<end }
        var next = min(end + 1, bytes.count)
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return end..<next
    }

    /// The tag, or the word up to a space or a tag, that begins at `offset`.
    fileprivate func nextToken(from offset: Int) -> Range<Int> {
        var end = min(offset + 1, bytes.count)
        let isTag = offset < bytes.count && bytes[offset] == UInt8(ascii: "<")
        while end < bytes.count, bytes[end] > 0x20, isTag || bytes[end] != UInt8(ascii: ">") {
            end += 1
            if bytes[end - 1] == UInt8(ascii: ">") { break }
        }
        return offset..<end
    }

    /// The last attribute of this name in the tag around `offset`.
    fileprivate func attribute(
        _ name: String, before offset: Int, prepared: XMLDocument.Preparation
    ) -> Range<Int>? {
        let tag = prepared.tags.last { $0.range.lowerBound < offset }
        return tag?.attributes.last { text($0.name) == name }?.name
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        ByteScanner.isNameByte(byte)
    }
}

extension Wording {
    fileprivate static var emptyPage: Wording {
        Wording(en: "the page is empty.", fr: "la page est vide.")
    }
    fileprivate static var writePage: Wording {
        Wording(
            en: "Write <html lang=\"…\"> with a <head> and a <body>.",
            fr: "Écrivez <html lang=\"…\"> avec un <head> et un <body>.")
    }
    fileprivate static func mismatch(closing: String, open: String, line: Int) -> Wording {
        Wording(
            en: "</\(closing)> closes, but <\(open)> of line \(line) is still open.",
            fr: "</\(closing)> ferme, mais <\(open)> de la ligne \(line) est encore ouvert.")
    }
    fileprivate static func close(_ name: String) -> Wording {
        if ["br", "hr", "img", "meta"].contains(name) {
            return Wording(
                en: "Write <\(name)/>: it has no end of its own.",
                fr: "Écrivez <\(name)/>\u{A0}: il n’a pas de fin à lui.")
        }
        return Wording(en: "Write </\(name)> where it ends.", fr: "Écrivez </\(name)> là où il finit.")
    }
    fileprivate static func unclosed(_ name: String) -> Wording {
        Wording(
            en: "<\(name)> is never closed.",
            fr: "<\(name)> n’est jamais fermé.")
    }
    fileprivate static var tooDeep: Wording {
        Wording(
            en: "elements lie in each other more than 256 deep.",
            fr: "des éléments sont emboîtés sur plus de 256 niveaux.")
    }
    fileprivate static var closeSome: Wording {
        Wording(
            en: "Look for a tag above that is not closed each time it is used.",
            fr: "Cherchez plus haut une balise qui n’est pas fermée à chaque emploi.")
    }
    fileprivate static var afterTheEnd: Wording {
        Wording(
            en: "something follows after the end of the page.",
            fr: "quelque chose suit après la fin de la page.")
    }
    fileprivate static var oneRoot: Wording {
        Wording(
            en: "Move it inside, before the last closing tag.",
            fr: "Placez-le à l’intérieur, avant la dernière balise fermante.")
    }
    fileprivate static var lessThan: Wording {
        Wording(
            en: "a \"<\" stands here that begins no tag.",
            fr: "un «\u{A0}<\u{A0}» se trouve ici sans commencer de balise.")
    }
    fileprivate static var writeLt: Wording {
        Wording(en: "Write &lt; for the sign itself.", fr: "Écrivez &lt; pour le signe lui-même.")
    }
    fileprivate static var attributeValue: Wording {
        Wording(
            en: "an attribute has no value in quotes.",
            fr: "un attribut n’a pas de valeur entre guillemets.")
    }
    fileprivate static var quoteValue: Wording {
        Wording(en: "Write it as name=\"value\".", fr: "Écrivez-le sous la forme nom=\"valeur\".")
    }
    fileprivate static func attributeTwice(_ name: String) -> Wording {
        Wording(
            en: "the attribute \"\(name)\" stands twice in one tag.",
            fr: "l’attribut «\u{A0}\(name)\u{A0}» figure deux fois dans une balise.")
    }
    fileprivate static var keepOne: Wording {
        Wording(en: "Keep one of the two.", fr: "Gardez l’un des deux.")
    }
    fileprivate static var spaceMissing: Wording {
        Wording(en: "a space is missing here.", fr: "il manque une espace ici.")
    }
    fileprivate static var writeSpace: Wording {
        Wording(en: "Write a space between the attributes.", fr: "Écrivez une espace entre les attributs.")
    }
    fileprivate static var tagUnfinished: Wording {
        Wording(en: "a tag has no \">\" at its end.", fr: "une balise n’a pas de «\u{A0}>\u{A0}» à sa fin.")
    }
    fileprivate static var writeGt: Wording {
        Wording(en: "Write the > that is missing.", fr: "Écrivez le > qui manque.")
    }
    fileprivate static var controlCharacter: Wording {
        Wording(
            en: "an invisible control character stands here.",
            fr: "un caractère de commande invisible se trouve ici.")
    }
    fileprivate static var deleteIt: Wording {
        Wording(
            en: "Delete what is between the two visible characters.",
            fr: "Effacez ce qui est entre les deux caractères visibles.")
    }
    fileprivate static var commentOpen: Wording {
        Wording(en: "this comment is never closed.", fr: "ce commentaire n’est jamais fermé.")
    }
    fileprivate static var closeComment: Wording {
        Wording(en: "Write --> where it ends.", fr: "Écrivez --> là où il finit.")
    }
    fileprivate static var hyphens: Wording {
        Wording(
            en: "two hyphens stand together inside a comment.",
            fr: "deux tirets se suivent dans un commentaire.")
    }
    fileprivate static var oneHyphen: Wording {
        Wording(en: "Write only one of them.", fr: "N’en écrivez qu’un.")
    }
    fileprivate static var dataOpen: Wording {
        Wording(en: "this <![CDATA[ is never closed.", fr: "ce <![CDATA[ n’est jamais fermé.")
    }
    fileprivate static var closeData: Wording {
        Wording(en: "Write ]]> where it ends.", fr: "Écrivez ]]> là où il finit.")
    }
    fileprivate static var brackets: Wording {
        Wording(en: "the signs ]]> cannot stand in text.", fr: "les signes ]]> ne peuvent pas figurer dans le texte.")
    }
    fileprivate static var writeBrackets: Wording {
        Wording(en: "Write ]]&gt; instead.", fr: "Écrivez plutôt ]]&gt;.")
    }
    fileprivate static func prefix(_ name: String) -> Wording {
        Wording(
            en: "a name with the prefix \"\(name):\" belongs to no letter.",
            fr: "un nom avec le préfixe «\u{A0}\(name):\u{A0}» n’a rien à faire dans une lettre.")
    }
    fileprivate static var plainName: Wording {
        Wording(
            en: "Write it without the prefix, or delete it: a word processor has left it.",
            fr: "Écrivez-le sans préfixe, ou effacez-le\u{A0}: un traitement de texte l’a laissé.")
    }
    fileprivate static var notWellFormed: Wording {
        Wording(
            en: "the page cannot be read from here on.",
            fr: "la page n’est plus lisible à partir d’ici.")
    }
    fileprivate static var lookHere: Wording {
        Wording(
            en: "Look for a tag, a quote or a comment that is not closed on this line or the one before.",
            fr: "Cherchez une balise, un guillemet ou un commentaire non fermé sur cette ligne ou la précédente.")
    }
}
