import Correspondence

/// The names that columns are known by.
struct ColumnNames {
    private var columns: [String: ImportColumn] = [:]
    /// Our own names, for messages and for maps.
    private(set) var fieldNames: [String] = []

    init(_ purpose: ColumnMap.Purpose) {
        for field in ClientField.allCases {
            let others = [field.name, field.frenchName] + (Self.clientVariants[field] ?? [])
            add(.client(field), others)
        }
        switch purpose {
        case .importing:
            for (field, names) in Self.requestNames { add(.request(field), names) }
            for (field, names) in Self.stayNames { add(.stay(field), names) }
            for name in RejectsWriter.reasonNames { columns[columnKey(name)] = .ignored }
        case .matching:
            for (field, names) in Self.matchingNames { add(.matching(field), names) }
        case .merging:
            break
        }
    }

    private mutating func add(_ column: ImportColumn, _ names: [String]) {
        for name in names { columns[columnKey(name)] = column }
        fieldNames.append(column.name ?? names[0])
    }

    /// What a header's column holds. Nil: its name is not known.
    func column(named name: String) -> ImportColumn? { columns[columnKey(name)] }

    /// The field that a map calls `name`: our own names, and what a column may be called.
    func column(called name: String) -> ImportColumn? { columns[columnKey(name)] }
}

extension ColumnNames {
    private static let clientVariants: [ClientField: [String]] = [
        .reference: [
            "id", "ref", "réf", "identifiant", "client id", "id client", "n° client", "no client", "num client",
            "numéro client", "numéro de client", "code client", "référence client", "client number", "client ref",
            "customer id", "customer number", "Kundennummer", "klantnummer", "record id", "rec id",
        ],
        .title: ["civ", "titre", "salutation", "Anrede", "aanhef", "Mr Mme", "M Mme"],
        .familyName: [
            "nom de famille", "nom client", "nom du client", "nom usuel", "surname", "last name", "lastname", "lname",
            "family", "name", "Nachname", "Familienname", "achternaam", "apellido", "apellidos", "cognome",
        ],
        .givenName: [
            "prénoms", "prénom client", "prénom du client", "first name", "firstname", "fname", "forename", "given",
            "Vorname", "voornaam", "nombre", "nome",
        ],
        .company: [
            "raison sociale", "entreprise", "organisme", "organisation", "organization", "organisation name",
            "company name", "firm", "Firma", "bedrijf", "empresa", "société ou organisme",
        ],
        .addressComplement: [
            "complément", "complément adresse", "adresse 2", "adresse complément", "address 2", "address line 2",
            "suite adresse", "étage", "appartement", "apt", "flat",
        ],
        .building: ["bât", "résidence", "immeuble", "entrée", "Gebäude", "house name"],
        .street: [
            "adresse", "adresse 1", "address", "address 1", "address line 1", "street address", "voie", "numéro et rue",
            "n° et rue", "numéro et voie", "n° et voie", "adresse postale", "Straße", "Strasse", "straat",
            "street name",
            "calle", "via", "indirizzo", "dirección",
        ],
        .locality: ["lieu dit", "hameau", "boîte postale", "BP", "PO box", "hamlet", "adresse 3", "address 3"],
        .postcode: [
            "CP", "code post", "code postale", "codepostal", "postal code", "post code", "zip", "zip code", "PLZ",
            "Postleitzahl", "código postal", "CAP",
        ],
        .town: [
            "city", "suburb", "commune", "localité", "bureau distributeur", "Ort", "Stadt", "Wohnort", "plaats",
            "woonplaats", "stad", "ciudad", "población", "città", "town city",
        ],
        .country: ["code pays", "country code", "pays de résidence", "Land", "país", "paese"],
        .phone: [
            "tél", "tel fixe", "téléphone fixe", "fixe", "telephone", "phone number", "tél domicile", "n° de téléphone",
            "numéro de téléphone", "home phone", "landline", "Telefon", "telefoon", "teléfono", "telefono",
            "téléphone 1", "tél 1",
            "phone 1",
        ],
        .mobile: [
            "tel mobile", "tel portable", "téléphone portable", "téléphone mobile", "gsm", "cell", "cell phone",
            "cellphone", "mobile phone", "mobile number", "Handy", "Mobil", "mobiel", "móvil", "cellulare",
            "numéro de portable", "n° de portable", "téléphone 2", "tél 2", "portable 1", "phone 2",
        ],
        .email: [
            "mail", "e mail", "courriel", "adresse e-mail", "adresse mail", "adresse électronique", "adresse courriel",
            "email address", "e-mail address", "mél", "correo", "correo electrónico",
        ],
        .birthDate: [
            "né le", "née le", "né(e) le", "naissance", "date naissance", "ddn", "dob", "date of birth", "birth",
            "birthday", "birthdate", "Geburtsdatum", "geboortedatum", "fecha de nacimiento", "data di nascita",
        ],
        .language: ["lang", "code langue", "langue de correspondance", "Sprache", "taal", "idioma", "lingua"],
        .type: [
            "types", "client type", "type client", "type de client", "types de client", "catégorie", "category",
            "catégorie client",
        ],
        .origin: ["origine client", "provenance", "source client", "comment connu", "origin of contact", "canal"],
        .createdOn: [
            "créé(e) le", "créée le", "date de création", "date création", "création", "created", "created at",
            "creation date", "date created", "date de saisie", "saisi le",
        ],
    ]

    private static let requestNames: [(ImportColumn.RequestField, [String])] = [
        (
            .kind,
            [
                "request", "demande", "request kind", "kind of request", "type de demande", "type demande",
                "nature de la demande",
                "objet de la demande", "request type",
            ]
        ),
        (
            .document,
            [
                "request_document", "document demandé", "document", "requested document", "document type",
                "document souhaité",
            ]
        ),
        (
            .date,
            [
                "request_date", "date de la demande", "date demande", "date de demande", "demandé le", "requested on",
                "request on", "date of request", "reçu le", "received on",
            ]
        ),
    ]

    private static let stayNames: [(ImportColumn.StayField, [String])] = [
        (
            .arrival,
            [
                "arrival", "arrivée", "date d'arrivée", "date arrivée", "date de début", "date début", "arrival date",
                "arrivée le", "check-in", "début du séjour",
            ]
        ),
        (
            .departure,
            [
                "departure", "départ", "date de départ", "date départ", "date de fin", "date fin", "departure date",
                "départ le", "check-out", "fin du séjour",
            ]
        ),
        (.pitch, ["pitch", "emplacement", "n° d'emplacement", "numéro d'emplacement", "pitch number", "parcelle"]),
        (.adults, ["adults", "adultes", "nombre d'adultes", "nb adultes", "nbre adultes"]),
        (.children, ["children", "enfants", "nombre d'enfants", "nb enfants", "nbre enfants"]),
        (.state, ["stay_state", "état du séjour", "état séjour", "statut du séjour", "statut séjour", "stay status"]),
        (.amount, ["amount", "montant", "montant du séjour", "montant séjour", "total séjour", "stay amount"]),
    ]

    private static let matchingNames: [(ImportColumn.MatchingField, [String])] = [
        (.source, ["source", "fichier", "fichier source", "file", "data source"]),
        (
            .secondGivenName,
            ["second_given_name", "deuxième prénom", "second prénom", "middle name", "second first name", "prénom 2"]
        ),
        (
            .secondFamilyName,
            [
                "second_family_name", "deuxième nom", "second nom", "second surname", "second last name",
                "nom de naissance",
                "nom de jeune fille", "maiden name", "birth name", "nom 2",
            ]
        ),
        (
            .streetNumber,
            [
                "street_number", "numéro de rue", "numéro de voie", "n° de rue", "n° de voie", "house number",
                "Hausnummer", "huisnummer",
            ]
        ),
        (.region, ["region", "région", "state", "province", "county", "département", "canton", "Bundesland"]),
        (.sex, ["sex", "sexe", "gender", "genre", "Geschlecht", "geslacht"]),
    ]
}
