package import Correspondence
import Interchange
import Merging
import Typesetting

/// Plain mail merge: a template and any CSV list make one file of letters. No client file is needed.
package struct ListMerge {
    /// What the file of letters is.
    package enum Format: String, CaseIterable, Hashable, Sendable {
        case postScript = "ps"
        case text
        case xml

        /// The format that a file's name asks for by its ending: `.ps`, `.txt`, `.xml`. Nil: it does not say.
        package init?(endingOf path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "ps": self = .postScript
            case "txt", "text": self = .text
            case "xml": self = .xml
            default: return nil
            }
        }
    }

    private let templates: String
    private let template: String
    private let date: CivilDate
    private let limit: Int?
    private let language: MessageLanguage?
    private let wishes: PrintWishes

    /// - Parameters:
    ///   - template: The path of an `.xhtml` file, or a document type of the template folder.
    ///   - date: The date of the letters.
    ///   - limit: Stops after so many letters.
    ///   - language: What the export's sentences are worded in. Nil: the house's language.
    package init(
        _ template: String, templates: String, date: CivilDate, limit: Int? = nil, language: MessageLanguage? = nil,
        wishes: PrintWishes = PrintWishes()
    ) {
        self.wishes = wishes
        self.template = template
        self.templates = templates
        self.date = date
        self.limit = limit
        self.language = language
    }

    /// Writes a letter for each row of the list at `path` to the file at `output`, which appears whole or not at all.
    ///
    /// A row whose letter cannot be made is left out and named by its line. The others still get theirs. Where no letter is made
    /// there is no file.
    ///
    /// - Parameters:
    ///   - map: A map file's path, nil where the column names are ours or do not matter.
    ///   - leftOut: Where the rows that got no letter go, as CSV. Nil: nowhere.
    /// - Throws: A `Problem` if the template, the list or the output cannot be used. Nothing is then left.
    /// - Complexity: O(rows) in time, constant in memory.
    package func run(
        list path: String, map: String? = nil, to output: String, as format: Format, leftOut: String? = nil,
        progress: Progress = .unwatched
    ) throws(Problem) -> MergeReport {
        var watch = Stopwatch()
        try checkOutput(output, apartFrom: [path, map, template].compactMap(\.self))
        let list = try MergeList(path: path, map: map)
        let document = try MergeDocument(template, columns: list.header, today: date, templates: templates)
        guard format != .xml || list.hasAddresses else {
            throw Problem(.file(path, line: 1), .noAddresses, remedy: .mapColumns)
        }
        let file = try WholeFile(path: output)
        let work = MergeWork(
            document, list: list, press: try press(format, for: document, to: file.sink), date: date, limit: limit)
        var report = MergeReport(list: path, file: output)
        report.timings["preparing"] = watch.split()
        let tray = leftOut.map { MergeRejects(path: $0, language: wording(document.house)) }
        try work.writeLetters(into: &report, rejects: tray, progress: progress)
        report.timings["writing"] = watch.split()
        try work.finish()
        if format == .postScript { report.unhyphenated = HyphenationShelf().problems(for: work.languages) }
        if report.letters > 0 { try publish(file, as: format) } else { report.file = nil }
        try tray?.publish()
        report.bytes = report.letters > 0 ? file.byteCount : 0
        report.timings["finishing"] = watch.split()
        return report
    }

    private func publish(_ file: WholeFile, as format: Format) throws(Problem) {
        try file.finish()
        if format == .xml, let draft = file.draftPath { try MailingSchema.validate(path: draft) }
        try file.publish()
    }

    /// A file of letters must not take the place of what it is made from.
    private func checkOutput(_ output: String, apartFrom sources: [String]) throws(Problem) {
        for source in sources where FileBytes.isSame(output, source) {
            throw Problem(.option("-o"), .overwrites(source), remedy: .nameAnother, weight: .usage)
        }
    }

    private func press(
        _ format: Format, for document: MergeDocument, to sink: any ByteSink
    ) throws(Problem) -> MergePress {
        var options = PressOptions(
            title: "\(document.name) \(date.iso)", forWhom: document.house?.name ?? "",
            imageFolder: document.imageFolder)
        if let size = document.house?.fontSize { options.fontSize = size }
        options.take(wishes)
        switch format {
        case .text:
            let fonts = try fonts(document)
            return .text(
                PlainTextPress(fonts: fonts, options: options, encoding: wishes.encoding.ofPress, sink: sink))
        case .postScript: return .postScript(PostScriptPress(fonts: try fonts(document), options: options, sink: sink))
        case .xml:
            let press = PostScriptPress(fonts: try fonts(document), options: options, sink: MemorySink())
            return .export(try MailingExport(to: sink, heading: heading(document)), press, wording(document.house))
        }
    }

    private func fonts(_ document: MergeDocument) throws(Problem) -> FontBook {
        guard let house = document.house else { return try FontBook() }
        return try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
    }

    private func heading(_ document: MergeDocument) -> MailingHeading {
        let language = wording(document.house)
        return MailingHeading(
            run: "\(document.name)/\(date.iso)", name: document.name, date: date, templates: document.headings,
            selection: Wording.everyRow.text(in: language), language: language)
    }

    private func wording(_ house: House?) -> MessageLanguage {
        language ?? (house.map { $0.language == .french } ?? true ? .french : .english)
    }
}

extension Wording {
    fileprivate static let everyRow = Wording(en: "Every row of the list.", fr: "Chaque ligne de la liste.")
    fileprivate static let nameAnother = Wording(
        en: "Name another file for the letters.", fr: "Indiquez un autre fichier pour les lettres.")
    fileprivate static let noAddresses = Wording(
        en: "no column holds a town and none a name, and the export is a list of addresses.",
        fr: "aucune colonne ne donne une ville et un nom, or l’export est une liste d’adresses.")
    fileprivate static let mapColumns = Wording(
        en: "Say which column holds what in a map file (Their column: town), and add: --map map.yml",
        fr: "Dites quelle colonne contient quoi dans un fichier (Leur colonne: town), et ajoutez\u{A0}: --map map.yml")

    fileprivate static func overwrites(_ source: String) -> Wording {
        Wording(
            en: "the letters would take the place of \(source), which they are made from.",
            fr: "les lettres remplaceraient \(source), dont elles sont faites.")
    }
}
