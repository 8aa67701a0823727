import Correspondence
import Interchange
import Testing

@Suite struct ColumnMapTests {
    @Test func `Our names, French names and obvious variants mean the same`() throws {
        let variants: [ClientField: [String]] = [
            .reference: ["id", "reference", "Référence", "N° client", "CODE CLIENT", "client_id"],
            .title: ["title", "Civilité", "CIV."],
            .familyName: ["family_name", "Nom", "NOM DE FAMILLE", "surname", "last_name", "Last Name", "Nachname"],
            .givenName: ["given_name", "Prénom", "PRENOM", "first_name", "First name", "Vorname"],
            .company: ["company", "Société", "SOCIETE", "Raison sociale", "organisation"],
            .addressComplement: ["address_complement", "Complément d'adresse", "Complément d’adresse", "address_2"],
            .building: ["building", "Bâtiment", "Bât.", "résidence"],
            .street: ["street", "Rue", "Adresse", "address_1", "Address", "N° et rue"],
            .locality: ["locality", "Lieu-dit", "LIEU DIT"],
            .postcode: ["postcode", "Code postal", "CP", "zip", "postal_code", "PLZ", "Code_Postal"],
            .town: ["town", "Ville", "city", "suburb", "Commune", "Ort"],
            .country: ["country", "Pays", "country_code"],
            .phone: ["phone", "Téléphone", "Tél.", "TEL", "telephone", "Tél fixe"],
            .mobile: ["mobile", "Portable", "Tel mobile", "GSM", "Tél. portable"],
            .email: ["email", "e-mail", "E_Mail", "Courriel", "Mél", "Adresse e-mail"],
            .birthDate: ["birth_date", "Date de naissance", "Né(e) le", "dob", "date_of_birth", "née le"],
            .language: ["language", "Langue"],
            .type: ["type", "Types", "Type de client"],
            .origin: ["origin", "Origine"],
            .createdOn: ["created_on", "Créé le", "CREE LE", "Date de création"],
        ]
        #expect(Set(variants.keys) == Set(ClientField.allCases))
        for purpose in [ColumnMap.Purpose.importing, .merging, .matching] {
            for (field, names) in variants {
                for name in names {
                    let map = try ColumnMap(header: ["nom", name], purpose: purpose)
                    let expected: ImportColumn = field == .familyName ? map.columns[0] : .client(field)
                    #expect(map.columns.contains(expected), "\(name)")
                    #expect(!map.columns.contains(.unknown(name)) || field == .familyName, "\(name)")
                }
            }
        }
    }

    @Test func `Requests and stays are known to imports, sources and sexes to the search for duplicates`() throws {
        let header = [
            "nom", "Demande", "Document demandé", "Date de la demande", "Arrivée", "Départ", "Emplacement", "Adultes",
            "Enfants",
            "État du séjour", "Montant", "source", "Sexe", "street_number", "middle_name", "nom de jeune fille",
            "state",
        ]
        let importing = try ColumnMap(header: header, purpose: .importing)
        #expect(
            importing.columns == [
                .client(.familyName), .request(.kind), .request(.document), .request(.date), .stay(.arrival),
                .stay(.departure), .stay(.pitch), .stay(.adults), .stay(.children), .stay(.state), .stay(.amount),
                .unknown("source"), .unknown("Sexe"), .unknown("street_number"), .unknown("middle_name"),
                .unknown("nom de jeune fille"), .unknown("state"),
            ])
        let matching = try ColumnMap(header: header, purpose: .matching)
        #expect(
            matching.columns == [
                .client(.familyName), .unknown("Demande"), .unknown("Document demandé"), .unknown("Date de la demande"),
                .unknown("Arrivée"), .unknown("Départ"), .unknown("Emplacement"), .unknown("Adultes"),
                .unknown("Enfants"),
                .unknown("État du séjour"), .unknown("Montant"), .matching(.source), .matching(.sex),
                .matching(.streetNumber), .matching(.secondGivenName), .matching(.secondFamilyName), .matching(.region),
            ])
        #expect(matching.notes == [])
    }

    @Test func `Unknown and doubled columns are noted`() throws {
        let map = try ColumnMap(header: ["id", "nom", "Surname", "hobby", "ville"], purpose: .importing)
        #expect(
            map.columns == [.client(.reference), .client(.familyName), .ignored, .unknown("hobby"), .client(.town)])
        #expect(
            map.notes.map { $0.text(in: .english) } == [
                "Column \"Surname\" means the same as column \"nom\", which counts.",
                "Column \"hobby\" is not known and was passed over.",
            ])
        let matching = try ColumnMap(header: ["id", "nom", "Surname"], purpose: .matching)
        #expect(matching.columns == [.client(.reference), .client(.familyName), .unknown("Surname")])
    }

    @Test func `A map goes before the names`() throws {
        let map = try ColumnMap(
            header: ["id", "nom", "fname_c1", "lname_c1", "secret"], purpose: .importing,
            map: ["FNAME C1": "given_name", "lname_c1": "nom", "secret": "-"])
        #expect(
            map.columns == [.client(.reference), .ignored, .client(.givenName), .client(.familyName), .ignored])
    }

    @Test func `A map that names what does not exist is a problem with the nearest name`() {
        #expect(
            problem {
                try ColumnMap(
                    header: ["id", "surname"], purpose: .matching,
                    map: ["sirname": "family_name", "id": "refference", "surname": "xyzzy"], mapPlace: .file("map.yml"))
            } == """
                map.yml: the map gives column "id" to a field "refference" that does not exist.
                  -> Write reference.
                map.yml: the map names a column "sirname" that the list does not have.
                  -> Write surname.
                map.yml: the map gives column "surname" to a field "xyzzy" that does not exist.
                  -> The fields are: id, title, family_name, given_name, company, address_complement, building, street, locality, postcode, town, country, phone, mobile, email, birth_date, language, type, origin, created_on, source, second_given_name, second_family_name, street_number, region, sex; "-" leaves a column out.
                """)
    }

    @Test func `A list without a usable column is a problem`() {
        #expect(
            problem { try ColumnMap(header: ["foo", "bar"], purpose: .importing, place: .file("list.csv", line: 1)) }
                == """
                list.csv:1: none of the 2 columns is known; the first line must hold their names.
                  -> Say what they hold in a map file, one line each (Their column: family_name), and add: --map map.yml
                """)
    }
}
