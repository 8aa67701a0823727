import Correspondence
import Filing
import Fingerprints
import Interchange
import Typesetting

/// Everything a run needs, read and checked before anything is done.
struct RunPlan {
    let mailing: MailingDefinition
    let house: House
    let documents: DocumentSet
    let fonts: FontBook
    let date: CivilDate
    /// Of the files that the run leaves: the house's, so that they do not depend on who starts it.
    let language: MessageLanguage
    private let drawer: TemplateDrawer

    init(mailing name: String, date: CivilDate, language: MessageLanguage?, in drawer: TemplateDrawer) throws(Problem) {
        self.drawer = drawer
        self.date = date
        mailing = try drawer.mailing(named: name)
        house = try drawer.house()
        documents = try DocumentSet(mailing.document, in: drawer, house: house, today: date)
        fonts = try drawer.fonts(of: house)
        self.language = language ?? (house.language == .french ? .french : .english)
    }

    var pressOptions: PressOptions {
        PressOptions(
            title: "\(mailing.name) \(date.iso)", forWhom: house.name, imageFolder: drawer.folder,
            fontSize: house.fontSize)
    }

    /// The SHA-256 of every file of the template folder that was read.
    var templateFingerprints: [String: Fingerprint] { drawer.fingerprints }

    /// The SHA-256 of every font file that was used.
    func fontFingerprints() throws(Problem) -> [String: Fingerprint] {
        var fingerprints: [String: Fingerprint] = [:]
        for font in fonts.fontFiles {
            let bytes = try FileBytes.read(font.path)
            fingerprints[font.name] = bytes.withUnsafeBytes { Fingerprint(of: $0) }
        }
        return fingerprints
    }

    /// The SHA-256 of the dictionaries that letters in these languages were hyphenated with.
    func dictionaryFingerprints(for languages: some Sequence<Language>) throws(Problem) -> [String: Fingerprint] {
        var fingerprints: [String: Fingerprint] = [:]
        for file in dictionaries.files(for: languages) {
            let bytes = try FileBytes.read(file.path)
            fingerprints[file.name] = bytes.withUnsafeBytes { Fingerprint(of: $0) }
        }
        return fingerprints
    }

    /// Where printed letters take their hyphens from.
    var dictionaries: HyphenationShelf { HyphenationShelf(folder: pressOptions.hyphenationFolder) }

    /// The head of the export of the run with this folder name.
    func heading(run: String) -> MailingHeading {
        let prints = templateFingerprints
        return MailingHeading(
            run: "\(mailing.name)/\(run)", name: mailing.name, date: date,
            templates: documents.languages.map { language in
                MailingHeading.Template(
                    document: mailing.document, language: language,
                    sha256: prints["\(mailing.document).\(language.rawValue).xhtml"]?.hex ?? "")
            },
            selection: Wording.selection(mailing.audience.request).text(in: self.language), language: self.language)
    }

    /// Why a client gets a letter, in a sentence.
    func reason(for recipient: MailingList.Recipient) -> String {
        let request = recipient.requests[0]
        return Wording.asked(for: request.kind, on: request.receivedOn).text(in: language)
    }
}

extension TemplateDrawer {
    /// The type case of the house; a problem with it names the file that chose the font.
    func fonts(of house: House) throws(Problem) -> FontBook {
        do throws(Problem) {
            return try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
        } catch {
            let font = error.place.map { place in
                Wording(en: place.text(in: .english) + ": ", fr: place.text(in: .french) + "\u{A0}: ")
            }
            var problem = error
            problem.place = .file("\(folder)/house.yml")
            problem.what = Wording(
                en: (font?.english ?? "") + error.what.english, fr: (font?.french ?? "") + error.what.french)
            throw problem
        }
    }
}

extension RunPlan {
    /// Finds the records that are surely the same client, unless the mailing does not want to know. The records are left as they are.
    ///
    /// - Parameter isKeeping: Whether what was learned may be kept in the client file for the next time.
    func duplicates(
        in file: ClientFile, isKeeping: Bool, into summary: inout RunSummary, progress: Progress
    ) throws(Problem) -> [DuplicateGroup] {
        guard mailing.duplicates != .ignore else {
            summary.clients = try file.clientCount()
            return []
        }
        let recipients = try MailingList.clients(asking: mailing, in: file, home: house.country)
        let finding = try DuplicateCheck().finding(
            in: file, for: recipients, on: date, isKeeping: isKeeping, progress: progress)
        summary.clients = finding.clients
        summary.isPartialLook = finding.isPartial
        summary.sureGroups = finding.sure.count
        summary.doubtfulGroups = finding.doubtful.count
        return finding.sure
    }
}

extension Wording {
    fileprivate static func selection(_ kind: Request.Kind) -> Wording {
        switch kind {
        case .documentation:
            Wording(
                en: "Clients with a pending request for documentation.",
                fr: "Clients dont une demande de documentation est en attente.")
        case .reservation:
            Wording(
                en: "Clients with a pending request for a reservation.",
                fr: "Clients dont une demande de réservation est en attente.")
        }
    }

    fileprivate static func asked(for kind: Request.Kind, on date: CivilDate?) -> Wording {
        let (english, french) =
            switch kind {
            case .documentation: ("Asked for documentation", "A demandé la documentation")
            case .reservation: ("Asked for a reservation", "A demandé une réservation")
            }
        guard let date else { return Wording(en: english + ".", fr: french + ".") }
        return Wording(en: "\(english) on \(date.iso).", fr: "\(french) le \(date.iso).")
    }
}
