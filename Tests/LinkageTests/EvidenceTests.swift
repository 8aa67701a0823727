import Correspondence
import Testing

@testable import Linkage

/// What a careful person sees, on the prior model alone.
struct EvidenceTests {
    private let scorer = Scorer(
        fields: [.title, .familyName, .givenName, .company, .street, .postcode, .town, .phone, .email, .birthDate],
        records: 5000)

    private func pair(_ a: [String], _ b: [String]) -> LinkedPair? {
        var table = RecordTable(fields: scorer.fields)
        table.append(cells: b)
        return scorer.scores(of: a, among: table, threshold: 0).first
    }

    private let paul = [
        "M.", "Delormeau", "Robert", "", "20 chemin de la Source", "38250", "Villard", "0465711440", "", "1947-10-08",
    ]

    @Test func `the same person, written otherwise, is the same`() {
        let again = [
            "", "DELORMEAU", "Robert", "", "20 ch. de la Source", "38250", "VILLARD", "04 65 71 14 40", "",
            "08/10/1947",
        ]
        #expect(pair(paul, again)?.likeness == .same)
    }

    @Test func `father and son are not merged`() {
        var son = paul
        son[9] = "1975-04-22"
        #expect((pair(paul, son)?.likeness ?? .different) != .same)
    }

    @Test func `twins of two sexes are probably two persons`() {
        let he = ["M.", "Josse", "Noé", "", "6 rue du Puits", "56370", "Sarzeau", "0639989188", "", "2004-08-12"]
        let she = ["Mlle", "Josse", "Lola", "", "6 rue du Puits", "56370", "Sarzeau", "0639989188", "", "2004-08-12"]
        #expect((pair(he, she)?.likeness ?? .different) != .same)
        let sex = scorer.explain(he, she).first { $0.field == "title" }
        #expect((sex?.weight.bits ?? 0) < -1)
    }

    @Test func `spouses who share telephone and e-mail are two persons`() {
        let he = [
            "M.", "Mauger", "Denis", "", "40 rue Jean-Moulin", "85160", "Saint-Jean", "0261913059",
            "d.mauger@example.org", "1953-01-17",
        ]
        let she = [
            "Mme", "Mauger", "Denise", "", "40 rue Jean-Moulin", "85160", "Saint-Jean", "0261913059",
            "d.mauger@example.org", "1955-09-25",
        ]
        #expect((pair(he, she)?.probability ?? 1) < 0.5)
    }

    @Test func `twins are not merged`() {
        let noa = [
            "Mlle", "Josse", "Noa", "", "6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net",
            "2004-08-12",
        ]
        let noe = [
            "M.", "Josse", "Noé", "", "6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net",
            "2004-08-12",
        ]
        #expect(pair(noa, noe)?.likeness != .same)
    }

    @Test func `colleagues of one works council are different clients`() {
        let one = [
            "Mme", "Ravier", "Élodie", "CSE Plasturgie", "Rue du Peigne", "01460", "Nurieux", "0465714669",
            "cse@example.org", "",
        ]
        let two = [
            "M.", "Savarin", "Hervé", "CSE Plasturgie", "Rue du Peigne", "01460", "Nurieux", "0465714669",
            "cse@example.org", "",
        ]
        #expect((pair(one, two)?.probability ?? 1) < 0.5)
    }

    @Test func `missing is not different`() {
        var without = paul
        without[9] = ""
        let levels = scorer.explain(paul, without)
        #expect(!levels.contains { $0.field == "birth_date" })
    }

    @Test func `the words of evidence are an office's words`() {
        let evidence = scorer.explain(paul, paul)
        #expect(evidence.first { $0.field == "birth_date" }?.level == Wording(en: "same", fr: "identique"))
        #expect(evidence.allSatisfy { !$0.level.english.isEmpty && !$0.level.french.isEmpty })
    }
}
