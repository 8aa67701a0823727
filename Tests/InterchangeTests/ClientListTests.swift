import Correspondence
import Interchange
import Testing

@Suite struct ClientListTests {
    @Test func `A row becomes a client with a request`() throws {
        let list = try ClientList(
            reader: CSVReader(
                bytes: Array(
                    """
                    Référence;Civilité;NOM;Prénom;Adresse;CP;Ville;Pays;Tél.;Courriel;Né(e) le;Langue;Type;Demande;Date de la demande
                    A12;Mme;Lefèvre;Zoé;3 rue du Môle;35400;Saint-Malo;Allemagne;02 61 91 00 00;z@example.org;14/08/1973;Français;touriste, groupe;Documentation;2026-11-18
                    """.utf8)))
        var client = Client()
        client.reference = "A12"
        client.title = "Mme"
        client.familyName = "Lefèvre"
        client.givenName = "Zoé"
        client.address = PostalAddress(
            street: "3 rue du Môle", postcode: "35400", town: "Saint-Malo", country: "DE")
        client.phone = "02 61 91 00 00"
        client.email = "z@example.org"
        client.birthDate = CivilDate(year: 1973, month: 8, day: 14)
        client.language = .french
        client.types = ["touriste", "groupe"]
        let request = Request(
            client: 0, kind: .documentation, receivedOn: CivilDate(year: 2026, month: 11, day: 18))
        #expect(try list.next() == .row(ImportedRow(client: client, request: request, line: 2)))
        #expect(try list.next() == nil)
        #expect(list.notes == [])
    }
}
