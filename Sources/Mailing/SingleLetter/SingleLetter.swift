package import Correspondence
import Filing
import Merging
import Typesetting

/// One letter to one client, at once: merged, personalised where that is wanted, printed, booked.
package struct SingleLetter {
    private let desk: ReceptionDesk
    private let drawer: TemplateDrawer
    private let document: String

    /// - Parameter document: The document type, a file `DOCUMENT.LANG.xhtml` of the template folder.
    package init(_ document: String, from desk: ReceptionDesk) {
        self.document = document
        self.desk = desk
        drawer = TemplateDrawer(desk.workplace.templates)
    }

    /// What came of it.
    package struct Receipt: Sendable {
        package var client: Client.Number
        package var document: String
        package var language: Language
        package var pages: Int
        /// Pending requests that the letter answered.
        package var answered: Int
        /// The printer that has it, and the job's name there. Nil: it went into a file.
        package var printer: String?
        package var job: String?
        /// What somebody should look at.
        package var notes: [Problem]
    }

    /// A letter as a page that an editor can open.
    package struct Draft: Sendable {
        package var client: Client.Number
        package var text: String
        fileprivate var answers: [Int64]
    }

    /// Merges the letter.
    ///
    /// - Throws: A `Problem` where there is no such document or client, or the client lacks what the letter cannot do without.
    package func draft(for key: ClientKey) throws(Problem) -> Draft {
        let number = try desk.number(of: key)
        let client = try desk.file.client(number).client
        if let reason = LetterFields.leftOut(client) { throw .cannotWrite(reason, desk.workplace.clientFile) }
        let papers = try LetterPapers(document, for: client, desk: desk, drawer: drawer)
        return Draft(
            client: number, text: LetterPage(papers.letter).text, answers: papers.answers.compactMap(\.number))
    }

    /// Prints a letter exactly as its page says, and books it with that page.
    ///
    /// - Parameter page: The draft's own text, or what an editor made of it.
    package func print(
        _ draft: Draft, page: String? = nil, to outlet: LetterOutlet, as form: LetterForm,
        wishes: PrintWishes = PrintWishes()
    ) throws(Problem) -> Receipt {
        let text = page ?? draft.text
        let (letter, printed, bytes) = try set(text, client: draft.client, as: form, wishes)
        var receipt = Receipt(
            client: draft.client, document: document, language: letter.language, pages: printed.pages,
            answered: draft.answers.count, notes: notes(printed, letter, draft.client, form))
        let sent = SentLetter(
            client: draft.client, document: document, language: letter.language, sentOn: desk.clerk.day, text: text,
            answers: draft.answers)
        let isBooked = try Self.isLetter(letter)
        // A printer gives no letter back, so it is looked at before as well as while it is booked.
        if isBooked { try desk.file.requireUnclaimed(sent, mayAnswer: mayAnswer) }
        let job = try LetterDelivery(bytes, to: outlet).deliver(title: title(draft.client)) { () throws(Problem) in
            if isBooked { try desk.file.book(sent, unless: mayAnswer) }
        }
        receipt.take(job)
        return receipt
    }

    /// Opens the merged letter in the user's editor, then prints exactly what was saved.
    ///
    /// - Parameter page: A page that was saved before, to go on with. Nil: the letter is merged anew.
    /// - Throws: A `Problem` where the page cannot be printed; it is then kept, and the problem says where.
    package func edit(
        _ key: ClientKey, from page: String? = nil, to outlet: LetterOutlet, as form: LetterForm,
        wishes: PrintWishes = PrintWishes()
    ) throws(Problem) -> Receipt {
        var draft = try draft(for: key)
        if let page {
            guard let text = String(validating: try FileBytes.read(page), as: UTF8.self) else {
                throw Problem(.file(page), .notUTF8, remedy: .saveAsUTF8)
            }
            draft.text = text
        }
        let file = try LetterPageFile(draft, document: document)
        let text = try file.edited()
        do throws(Problem) {
            return try print(draft, page: text, to: outlet, as: form, wishes: wishes)
        } catch {
            file.keep()
            let goOn = Wording.goOn("\(draft.client) \(document) --from \(file.path)")
            throw Problem.all([error, Problem(.file(file.path), .kept, remedy: goOn)])
        }
    }

    /// Prints the last letter of this document to a client again, as it was. It is not booked a second time.
    package func printAgain(
        to key: ClientKey, outlet: LetterOutlet, as form: LetterForm, wishes: PrintWishes = PrintWishes()
    ) throws(Problem) -> Receipt {
        let number = try desk.number(of: key)
        let place = Place.client(number, file: desk.workplace.clientFile)
        guard let last = try desk.file.letters(to: number).first(where: { $0.document == document }) else {
            throw Problem(place, .neverSent(document), remedy: .printFirst(number, document))
        }
        guard let kept = last.number, let text = try desk.file.letter(kept).text else {
            throw Problem(place, .madeByRun, remedy: .reprintRun(last.pieceCode ?? "CODE"))
        }
        let (letter, printed, bytes) = try set(text, client: number, as: form, wishes)
        var receipt = Receipt(
            client: number, document: document, language: letter.language, pages: printed.pages, answered: 0,
            notes: notes(printed, letter, number, form))
        receipt.take(try LetterDelivery(bytes, to: outlet).deliver(title: title(number)) {})
        return receipt
    }

    /// Whether a mailing writes letters of this document; one whose file cannot be read might.
    private func mayAnswer(_ mailing: String) -> Bool {
        do throws(Problem) { return try drawer.mailing(named: mailing).document == document } catch { return true }
    }

    /// What the print service shows of it: no name.
    private func title(_ client: Client.Number) -> String { "\(document) \(client)" }

    /// An envelope or a label is no letter: it answers nothing and is not booked.
    private static func isLetter(_ letter: Letter) throws(Problem) -> Bool {
        try Geometry.named(letter.geometry).kind == .letter
    }

    private func set(
        _ text: String, client: Client.Number, as form: LetterForm, _ wishes: PrintWishes
    ) throws(Problem) -> (Letter, Printed, [UInt8]) {
        let house = try drawer.house()
        let letter = try LetterPage(text: text).letter(
            client: client, file: LetterPageFile.name(document, client), shelf: drawer.shelf)
        var options = PressOptions(
            title: title(client), forWhom: house.name, imageFolder: drawer.folder, fontSize: house.fontSize)
        options.take(wishes)
        let fonts = try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
        let sink = MemorySink()
        let printed: Printed
        switch form {
        case .postScript:
            let press = PostScriptPress(fonts: fonts, options: options, sink: sink)
            printed = try press.put(letter)
            if printed.leftOut == nil { try press.finish() }
        case .text:
            let press = PlainTextPress(fonts: fonts, options: options, encoding: wishes.encoding.ofPress, sink: sink)
            printed = try press.put(letter)
            try press.finish()
        }
        if let reason = printed.leftOut { throw .cannotWrite(reason, desk.workplace.clientFile) }
        return (letter, printed, sink.bytes)
    }

    private func notes(
        _ printed: Printed, _ letter: Letter, _ client: Client.Number, _ form: LetterForm
    ) -> [Problem] {
        let place = Place.client(client, file: desk.workplace.clientFile)
        return printed.warnings.map { Problem(place, $0.words.withFullStop) }
            + (form == .postScript ? HyphenationShelf().problems(for: [letter.language]) : [])
    }
}

extension SingleLetter.Receipt {
    fileprivate mutating func take(_ job: PrintService.Job?) {
        guard let job else { return }
        printer = job.printer
        self.job = job.name
        if job.isHeld {
            notes.append(Problem(.thing(.printer(job.printer)), .waits, remedy: .enable(job.printer)))
        }
    }
}

extension Problem {
    fileprivate static func cannotWrite(_ reason: LeftOut, _ file: String) -> Problem {
        Problem(
            .client(reason.client, file: file), reason.words.withFullStop,
            remedy: Wording(
                en: "Put the record right with: publipost client edit \(reason.client) …",
                fr: "Complétez la fiche avec\u{A0}: publipost client edit \(reason.client) …"))
    }
}

extension Wording {
    /// With a full stop.
    var withFullStop: Wording {
        func ended(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
        return Wording(en: ended(english), fr: ended(french))
    }

    fileprivate static let notUTF8 = Wording(
        en: "the page is not written in UTF-8.", fr: "la page n’est pas écrite en UTF-8.")
    fileprivate static let saveAsUTF8 = Wording(
        en: "Save it as UTF-8 in your editor.", fr: "Enregistrez-la en UTF-8 dans votre éditeur.")
    fileprivate static let kept = Wording(
        en: "the page is kept here as you saved it; nothing was printed.",
        fr: "la page est gardée ici telle que vous l’avez enregistrée\u{A0}; rien n’a été imprimé.")

    fileprivate static func goOn(_ words: String) -> Wording {
        Wording(
            en: "Go on with: publipost letter edit \(words)", fr: "Continuez avec\u{A0}: publipost letter edit \(words)"
        )
    }

    fileprivate static let waits = Wording(
        en: "the printer is stopped: it has taken the letter, which waits there.",
        fr: "l’imprimante est arrêtée\u{A0}: elle a pris la lettre, qui y attend.")
    fileprivate static let madeByRun = Wording(
        en: "that letter was made by a mailing run.", fr: "cette lettre vient d’un publipostage.")

    fileprivate static func enable(_ printer: String) -> Wording {
        Wording(
            en: "Start it again with: cupsenable \(printer)", fr: "Relancez-la avec\u{A0}: cupsenable \(printer)")
    }

    fileprivate static func neverSent(_ document: String) -> Wording {
        Wording(
            en: "no letter \"\(document)\" was sent to this client.",
            fr: "aucune lettre «\u{A0}\(document)\u{A0}» n’a été envoyée à ce client.")
    }

    fileprivate static func printFirst(_ client: Client.Number, _ document: String) -> Wording {
        Wording(
            en: "Print it with: publipost letter print \(client) \(document)",
            fr: "Imprimez-la avec\u{A0}: publipost letter print \(client) \(document)")
    }

    fileprivate static func reprintRun(_ code: String) -> Wording {
        Wording(
            en: "Print it from there with: publipost mailing reprint RUN \(code)",
            fr: "Réimprimez-la de là avec\u{A0}: publipost mailing reprint ENVOI \(code)")
    }
}
