package import Correspondence

/// The sheet that lies on the letters in the morning: what was made, what to load, what was set aside and why, what to look at.
package struct MorningSheet: Hashable, Sendable {
    package var language: MessageLanguage
    package var title: String
    package var sections: [Section]

    package struct Section: Hashable, Sendable {
        package var heading: String
        package var lines: [Line]
    }

    package enum Line: Hashable, Sendable {
        case sentence(String)
        /// A label and its figure or words.
        case pair(String, String)
        /// Something to type at the command line.
        case command(String)
    }
}

extension MorningSheet {
    package init(of run: RunSummary, in language: MessageLanguage) {
        self.language = language
        let words = SheetWords(language: language)
        title = words.title(run)
        sections = [
            words.made(run), words.toLoad(run), words.lookFirst(run), words.setAside(run), words.merged(run),
            words.clientFile(run),
        ].compactMap(\.self)
    }
}

/// The sheet's sections in one language.
private struct SheetWords {
    let language: MessageLanguage

    func say(_ english: String, _ french: String) -> String {
        Wording(en: english, fr: french).text(in: language)
    }

    func title(_ run: RunSummary) -> String {
        say(
            "Mailing \"\(run.mailing)\" of \(run.runName)",
            "Publipostage «\u{A0}\(run.mailing)\u{A0}» du \(run.runName)")
    }

    func made(_ run: RunSummary) -> MorningSheet.Section {
        var lines: [MorningSheet.Line] = [
            .pair(say("Letters", "Lettres"), String(run.letters)), .pair(say("Pages", "Pages"), String(run.pages)),
        ]
        lines += counts(run.lettersByLanguage.map { ($0.key.rawValue, $0.value) }, say("in", "en"))
        lines += counts(run.lettersByCountry.map { ($0.key, $0.value) }, say("to", "vers"))
        return MorningSheet.Section(heading: say("Made", "Fait"), lines: lines)
    }

    private func counts(_ counts: [(name: String, count: Int)], _ preposition: String) -> [MorningSheet.Line] {
        let sorted = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        return sorted.map { .pair("  \(preposition) \($0.name)", String($0.count)) }
    }

    func toLoad(_ run: RunSummary) -> MorningSheet.Section {
        MorningSheet.Section(
            heading: say("To load", "À charger"),
            lines: [
                .pair(say("Sheets of A4", "Feuilles A4"), String(run.sheets)),
                .pair(say("Window envelopes", "Enveloppes à fenêtre"), String(run.letters)),
            ])
    }

    func lookFirst(_ run: RunSummary) -> MorningSheet.Section? {
        var lines: [MorningSheet.Line] = run.risks.risks.map { risk in
            .pair(
                "\(risk.pieceCode), \(say("page", "page")) \(risk.firstPage)",
                "client \(risk.client)\(colon) \(risk.words.text(in: language))")
        }
        lines += run.unhyphenated.flatMap { problem in
            problem.text(in: language).split(separator: "\n").map { .sentence(String($0)) }
        }
        guard !lines.isEmpty else { return nil }
        return MorningSheet.Section(heading: say("To look at first", "À regarder d’abord"), lines: lines)
    }

    func setAside(_ run: RunSummary) -> MorningSheet.Section? {
        var lines: [MorningSheet.Line] = run.setAside.faults.map { fault in
            .pair("client \(fault.client)", fault.words.text(in: language))
        }
        let unnamed = run.setAside.faultCount - run.setAside.faults.count
        if unnamed > 0 { lines.append(.sentence(say("and \(unnamed) more", "et \(unnamed) autres"))) }
        for (code, count) in run.setAside.counts.sorted(by: { $0.key < $1.key }) {
            lines.append(.pair(ReasonCode.words(of: code).text(in: language), String(count)))
        }
        if run.setAside.total > 0 {
            lines.append(.sentence(say("Each one is in left-out.csv.", "Chacun figure dans left-out.csv.")))
        }
        if let imported = run.imported, imported.rejected > 0 {
            lines.append(
                .pair(say("Rows refused by the import", "Lignes refusées à l’import"), String(imported.rejected)))
            let name = imported.rejectsName
            lines.append(.sentence(say("They are in \(name).", "Elles sont dans \(name).")))
        }
        guard !lines.isEmpty else { return nil }
        return MorningSheet.Section(heading: say("Set aside", "Mis de côté"), lines: lines)
    }

    /// Each merge with the command that takes it back.
    func merged(_ run: RunSummary) -> MorningSheet.Section? {
        guard !run.merges.isEmpty else { return nil }
        return MorningSheet.Section(
            heading: say("Merged in the client file", "Fusionné dans le fichier clients"),
            lines: run.merges.map { .pair($0.words, $0.undoCommand) })
    }

    func clientFile(_ run: RunSummary) -> MorningSheet.Section {
        var lines: [MorningSheet.Line] = [.pair(say("Clients", "Clients"), String(run.clients))]
        if let imported = run.imported {
            lines += [
                .pair(say("New last night", "Nouveaux cette nuit"), String(imported.newClients)),
                .pair(say("Updated", "Mis à jour"), String(imported.updatedClients)),
                .pair(say("Cells to look at", "Cellules à vérifier"), String(imported.doubtfulCells)),
            ]
        }
        lines += [
            .pair(say("Groups of sure duplicates", "Groupes de doublons sûrs"), String(run.sureGroups)),
            .pair(say("Groups to be checked", "Groupes à vérifier"), String(run.doubtfulGroups)),
        ]
        if run.isPartialLook {
            lines.append(
                .sentence(
                    say(
                        "Of the records that this run looked at; all groups: publipost duplicates report",
                        "Parmi les fiches que ce passage a examinées\u{A0}; tous les groupes\u{A0}: publipost duplicates report"
                    )))
        }
        return MorningSheet.Section(heading: say("Client file", "Fichier clients"), lines: lines)
    }

    private var colon: String { language == .french ? "\u{A0}:" : ":" }
}
