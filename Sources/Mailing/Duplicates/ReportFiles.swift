package import Correspondence

/// The files that a report is to be written into, as the user named them.
package struct ReportFiles: Hashable, Sendable {
    package var html: String?
    package var text: String?
    package var xml: String?
    package var csv: String?

    package init(html: String? = nil, text: String? = nil, xml: String? = nil, csv: String? = nil) {
        self.html = html
        self.text = text
        self.xml = xml
        self.csv = csv
    }

    package var isEmpty: Bool { named.isEmpty }

    private var named: [(option: String, path: String)] {
        [("--html", html), ("--text", text), ("--xml", xml), ("--csv", csv)].compactMap { option, path in
            path.map { (option, $0) }
        }
    }

    /// Looks, before the long work begins, whether the report could be written where it is wanted.
    ///
    /// - Throws: A `Problem` where it would take the place of the client file or of another of its own files, or a folder is missing.
    func check(besides clientFile: String) throws(Problem) {
        var taken = [clientFile]
        for (option, path) in named {
            if let other = taken.first(where: { $0 == path || FileBytes.isSame($0, path) }) {
                throw Problem(.option(option), .takesThePlace(of: other), remedy: .nameAnother, weight: .usage)
            }
            try WholeFile.requireFolder(of: path)
            // A device has no content to lose: two may go there.
            if !path.hasPrefix("/dev/") { taken.append(path) }
        }
    }
}

extension Wording {
    fileprivate static func takesThePlace(of other: String) -> Wording {
        Wording(en: "the report would take the place of \(other).", fr: "le rapport remplacerait \(other).")
    }

    fileprivate static let nameAnother = Wording(en: "Name another file.", fr: "Indiquez un autre fichier.")
}
