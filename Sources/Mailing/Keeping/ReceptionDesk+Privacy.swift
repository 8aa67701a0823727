package import Correspondence
import Filing

extension ReceptionDesk {
    /// Erases a client for good, and every record merged with it. Issued invoices and an objection's fingerprints stay.
    ///
    /// - Returns: The numbers that were erased.
    package func erase(_ key: ClientKey) throws(Problem) -> [Client.Number] {
        try file.erase(try number(of: key), by: clerk.name, at: clerk.moment).sorted()
    }

    /// Notes that a client must not get mailings any more. It survives erasing, and a later import.
    package func object(_ key: ClientKey) throws(Problem) -> Client.Number {
        let number = try number(of: key)
        try file.object(number, by: clerk.name, at: clerk.moment)
        return number
    }

    /// A record, or a part of it, that has been kept long enough.
    package struct Due: Hashable, Sendable {
        package var client: Client.Number
        /// `prospect`, `guest` or `papers`.
        package var code: String
        package var words: Wording
        /// The contact or departure that the time runs from.
        package var since: CivilDate
    }

    /// What has been kept too long on a day, by client number.
    package func due(on day: CivilDate) throws(Problem) -> [Due] {
        var list: [Due] = []
        let stream = try file.due(on: day)
        while let due = try stream.next() {
            list.append(
                Due(client: due.client, code: due.reason.rawValue, words: due.reason.words, since: due.since))
        }
        return list
    }

    /// All that is kept about a client, the whole history too, as a page with every letter's text.
    package func personalPage(of key: ClientKey) throws(Problem) -> ClientPage {
        var page = try page(of: key)
        let letters = try file.letters(to: page.number)
        for (index, letter) in letters.enumerated() where page.record.letters.indices.contains(index) {
            guard let number = letter.number else { continue }
            page.record.letters[index].text = try file.letter(number).text
        }
        return page
    }
}

extension PrivacyReason {
    fileprivate var words: Wording {
        switch self {
        case .prospect:
            Wording(
                en: "never stayed; last contact three years ago or more: erase, or ask once whether to keep",
                fr:
                    "jamais venu, dernier contact il y a trois ans ou plus\u{A0}: effacer, ou demander une fois s’il faut garder"
            )
        case .guest:
            Wording(
                en: "last stay or contact three years ago or more: erase, or ask once whether to keep",
                fr:
                    "dernier séjour ou contact il y a trois ans ou plus\u{A0}: effacer, ou demander une fois s’il faut garder"
            )
        case .papers:
            Wording(
                en: "identity papers six months after the stay: remove them",
                fr: "papiers d’identité six mois après le séjour\u{A0}: à supprimer")
        }
    }
}
