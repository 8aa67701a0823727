import Correspondence

extension DuplicateReport {
    /// The words of the report's language.
    var words: DuplicateWords { DuplicateWords(language) }

    var title: String {
        words.say("Duplicates in \(file), \(day.iso)", "Doublons dans \(file), \(day.iso)")
    }

    /// The first page: labels and figures.
    var stateLines: [(label: String, value: String)] {
        let words = words
        let assumed =
            state.postage.isAssumed
            ? words.say(
                ", an assumption: the green letter of 2025; postage: in house.yml sets your price",
                ", une hypothèse\u{A0}: la Lettre verte de 2025\u{A0}; postage: dans house.yml fixe votre prix"
            ) : ""
        return [
            (words.say("Clients", "Clients"), String(state.clients)),
            (words.say("Groups of duplicates", "Groupes de doublons"), String(state.groups)),
            (words.say("  sure", "  sûrs"), String(state.sureGroups)),
            (words.say("  to be checked", "  à vérifier"), String(state.groupsToCheck)),
            (
                words.say("Records too many, surely", "Fiches en trop, à coup sûr"), String(state.spareRecords)
            ),
            (
                words.say("Letters saved a year", "Lettres économisées par an"), words.tenths(state.lettersSaved)
            ),
            (
                words.say("Postage saved a year", "Affranchissement économisé par an"),
                words.euros(state.postageSaved) + words.say(" at ", " à ") + words.euros(state.postage.amount)
                    + words.say(" a letter", " la lettre") + assumed
            ),
            (words.say("Settled as not the same", "Décidés différents"), String(settled.count)),
        ]
    }

    var originLines: [(label: String, value: String)] {
        state.origins.map { origin in
            (
                origin.name.isEmpty ? words.say("(not said)", "(non précisée)") : origin.name,
                words.say(
                    "\(origin.duplicates) of \(origin.records) records are in a group",
                    "\(origin.duplicates) fiches sur \(origin.records) sont dans un groupe")
            )
        }
    }

    var originsHeading: String {
        words.say("Worst sources of duplicates", "Principales sources de doublons")
    }

    /// How to read the report and what to do with it.
    var instructions: [String] {
        [
            words.say(
                "Tick a box on paper, then type the codes: publipost duplicates merge CODE… or publipost duplicates apart CODE…",
                "Cochez sur le papier, puis tapez les codes\u{A0}: publipost duplicates merge CODE… ou publipost duplicates apart CODE…"
            ),
            words.say(
                "Every merge can be undone: publipost duplicates undo MERGE. All sure groups at once: "
                    + "publipost duplicates merge --automatic",
                "Toute fusion s’annule\u{A0}: publipost duplicates undo FUSION. Tous les groupes sûrs d’un coup\u{A0}: "
                    + "publipost duplicates merge --automatic"),
            words.say(
                "The bars: to the right what speaks for one client, to the left what speaks against; 3.3 bits more is ten times likelier.",
                "Les barres\u{A0}: à droite ce qui parle pour un seul client, à gauche ce qui parle contre\u{A0}; 3,3 bits de plus, c’est dix fois plus probable."
            ),
            words.say(
                "Letters a year: those of the last 365 days, at least one a record; saved is what all records but one get, times the certainty.",
                "Lettres par an\u{A0}: celles des 365 derniers jours, au moins une par fiche\u{A0}; l’économie est ce que reçoivent toutes les fiches sauf une, multiplié par la certitude."
            ),
        ]
    }

    var furtherLine: String? {
        guard furtherGroups > 0 else { return nil }
        return words.say(
            "\(furtherGroups) further groups save less; --limit shows more.",
            "\(furtherGroups) autres groupes rapportent moins\u{A0}; --limit en montre davantage.")
    }

    /// `sure, 99.9 %, saves 1 letter a year`.
    func summary(of group: Group) -> String {
        let saved = words.tenths(group.lettersSaved)
        return [
            words.answer(group.found.likeness), words.percent(group.found.probability),
            words.say("letters saved a year: \(saved)", "lettres économisées par an\u{A0}: \(saved)"),
        ].joined(separator: ", ")
    }

    /// The rows of the side-by-side table: label, one cell a record, what merging keeps, and whether they differ.
    func rows(of group: Group) -> [Row] {
        var rows = group.fields.map { field in
            Row(
                label: words.name(of: field), cells: group.records.map { $0.client.text(of: field) },
                kept: group.kept.client.text(of: field), differs: group.differing.contains(field))
        }
        let survivor = group.records.first { $0.number == group.kept.survivor }
        rows.append(
            Row(
                label: words.say("last stay", "dernier séjour"), cells: group.records.map { $0.lastStay?.iso ?? "" },
                kept: group.records.compactMap(\.lastStay?.iso).max() ?? "", differs: false))
        rows.append(
            Row(
                label: words.say("letters a year", "lettres par an"),
                cells: group.records.map { String($0.lettersAYear) }, kept: "", differs: false))
        if group.kept.hasObjected || survivor?.hasObjected ?? false {
            rows.append(flag(words.say("objects to mail", "refuse le courrier"), group) { $0.hasObjected })
        }
        if group.kept.mailReturnedOn != nil {
            rows.append(flag(words.say("mail came back", "courrier revenu"), group) { $0.mailReturnedOn != nil })
        }
        return rows
    }

    private func flag(_ label: String, _ group: Group, _ isSet: (Record) -> Bool) -> Row {
        let yes = words.say("yes", "oui")
        return Row(label: label, cells: group.records.map { isSet($0) ? yes : "" }, kept: yes, differs: true)
    }

    /// One line of the side-by-side table.
    struct Row {
        var label: String
        var cells: [String]
        var kept: String
        var differs: Bool
    }
}
