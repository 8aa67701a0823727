package import Correspondence

/// What a plain mail merge did.
package struct MergeReport: Sendable {
    /// The list, as the user named it.
    package var list: String
    /// The file of letters. Nil: no letter was made, so there is none.
    package var file: String?
    /// Rows that were read.
    package var rows = 0
    package var letters = 0
    package var pages = 0
    package var bytes = 0
    /// Whether the list tells where letters go; without that they bear no address.
    package var hasAddresses = true
    /// Rows that got no letter, and the first of them, in the list's order.
    package private(set) var leftOutCount = 0
    package private(set) var leftOut: [Row] = []
    /// What somebody should look at, letter by letter: how many remarks there are, and the first of them.
    package private(set) var warningCount = 0
    package private(set) var warnings: [Row] = []
    /// Why letters in some language were not hyphenated.
    package var unhyphenated: [Problem] = []
    /// Seconds by stage: preparing, writing, finishing.
    package var timings: [String: Double] = [:]

    /// A row of the list, and what is to be said of it.
    package struct Row: Hashable, Sendable {
        /// From 1.
        package var line: Int
        /// A short, stable code: `no_town`, `cell_count`, `glyph_missing`…
        package var code: String
        package var words: Wording
    }

    /// Why a row gets no letter.
    struct Reason: Hashable {
        var code: String
        var words: Wording
    }

    package static let namedRows = 20

    init(list: String, file: String) {
        self.list = list
        self.file = file
    }

    mutating func leaveOut(line: Int, _ reason: Reason) {
        leftOutCount += 1
        if leftOut.count < Self.namedRows { leftOut.append(Row(line: line, code: reason.code, words: reason.words)) }
    }

    mutating func warn(line: Int, code: String, _ words: Wording) {
        warningCount += 1
        if warnings.count < Self.namedRows { warnings.append(Row(line: line, code: code, words: words)) }
    }
}

extension MergeReport {
    /// What to know about the letters as a whole.
    package var remarks: [Problem] {
        (hasAddresses ? [] : [Problem(.file(list, line: 1), .noAddresses, remedy: .mapColumns)]) + unhyphenated
    }

    /// The rows that got no letter: the first of them, and how many more.
    package var faults: [Problem] {
        var faults = leftOut.map { Problem(.file(list, line: $0.line), $0.words) }
        if leftOutCount > leftOut.count {
            faults.append(Problem(.file(list), .moreLeftOut(leftOutCount - leftOut.count), remedy: .listThem))
        }
        return faults
    }

    /// The rows whose letters somebody should look at.
    package var notes: [Problem] {
        var notes = warnings.map { Problem(.file(list, line: $0.line), $0.words) }
        if warningCount > warnings.count {
            notes.append(Problem(.file(list), .moreWarnings(warningCount - warnings.count)))
        }
        return notes
    }

    /// What was made, in a sentence.
    package var words: Wording {
        guard let file else { return rows == 0 ? .noRows : .noLetters(leftOutCount) }
        return .done(self, file: file)
    }
}

extension Wording {
    fileprivate static let noAddresses = Wording(
        en: "no column holds a town and none a name, so the letters bear no address.",
        fr: "aucune colonne ne donne une ville et un nom\u{A0}: les lettres ne portent pas d’adresse.")
    fileprivate static let mapColumns = Wording(
        en: "If one does, say so in a map file (Their column: town), and add: --map map.yml",
        fr: "S’il y en a, dites-le dans un fichier (Leur colonne: town), et ajoutez\u{A0}: --map map.yml")
    fileprivate static let listThem = Wording(
        en: "Have all of them listed with: --left-out FILE",
        fr: "Faites-les toutes lister avec\u{A0}: --left-out FICHIER")
    fileprivate static let noRows = Wording(
        en: "Nothing to do: the list has no rows.", fr: "Rien à faire\u{A0}: la liste n’a pas de lignes.")

    fileprivate static func moreLeftOut(_ count: Int) -> Wording {
        Wording(
            en: "\(counted(count, "more row", "more rows")) got no letter.",
            fr: "\(counted(count, "autre ligne", "autres lignes")) sans lettre.")
    }

    fileprivate static func moreWarnings(_ count: Int) -> Wording {
        Wording(
            en: "\(counted(count, "more remark", "more remarks")) of this kind.",
            fr: "\(counted(count, "autre remarque", "autres remarques")) de ce genre.")
    }

    fileprivate static func noLetters(_ leftOut: Int) -> Wording {
        Wording(
            en: "No letter was made: \(counted(leftOut, "row was", "rows were")) left out.",
            fr: "Aucune lettre n’a été faite\u{A0}: \(counted(leftOut, "ligne laissée", "lignes laissées")) de côté.")
    }

    fileprivate static func done(_ report: MergeReport, file: String) -> Wording {
        var english = "\(file): \(counted(report.letters, "letter", "letters")) on "
        english += counted(report.pages, "page", "pages")
        var french = "\(file)\u{A0}: \(counted(report.letters, "lettre", "lettres")) sur "
        french += counted(report.pages, "page", "pages")
        if report.leftOutCount > 0 {
            english += ", \(counted(report.leftOutCount, "row", "rows")) left out"
            french += ", \(counted(report.leftOutCount, "ligne laissée", "lignes laissées")) de côté"
        }
        return Wording(en: english + ".", fr: french + ".")
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
