extension LinkageField {
    /// The field that a column's header names: its own name, its French name or an obvious variant, whatever the accents,
    /// capitals, spaces and underscores. Any other header is a column of its own.
    ///
    /// `Date of Birth`, `dob` and `date de naissance` are the birth date, `lname_c1` is the family name.
    package init(header: String) {
        let folded = String(decoding: Folding.folded(header).filter { $0 != Folding.space }, as: UTF8.self)
        let name = Self.variants.first { $0.value.contains(folded) }?.key
        self = name.map { LinkageField(name: $0) } ?? LinkageField(name: header)
    }

    private static let variants: [String: Set<String>] = [
        "title": ["title", "civilite", "anrede", "aanhef", "salutation"],
        "family_name": [
            "familyname", "surname", "lastname", "nom", "nomdefamille", "nachname", "achternaam", "lnamec1", "lname",
        ],
        "second_family_name": ["secondfamilyname", "lnamec2"],
        "given_name": ["givenname", "firstname", "forename", "prenom", "vorname", "voornaam", "fnamec1", "fname"],
        "second_given_name": ["secondgivenname", "middlename", "fnamec2", "deuxiemeprenom"],
        "company": ["company", "societe", "organisation", "organization", "firma", "entreprise", "raisonsociale"],
        "address_complement": ["addresscomplement", "complementdadresse", "complement", "address2", "addressline2"],
        "building": ["building", "batiment"],
        "street": ["street", "rue", "adresse", "address", "address1", "addressline1", "strasse", "straat"],
        "street_number": ["streetnumber", "housenumber", "numero", "hausnummer", "huisnummer"],
        "locality": ["locality", "lieudit"],
        "postcode": ["postcode", "codepostal", "cp", "zip", "zipcode", "postalcode", "plz"],
        "town": ["town", "ville", "city", "suburb", "ort", "stad", "plaats", "commune"],
        "region": ["region", "state", "province", "departement"],
        "country": ["country", "pays", "land"],
        "phone": ["phone", "telephone", "tel", "phonenumber", "telefon", "telefoon"],
        "mobile": ["mobile", "portable", "gsm", "handy", "mobilephone"],
        "email": ["email", "mail", "courriel", "emailaddress"],
        "birth_date": [
            "birthdate", "dateofbirth", "dob", "datedenaissance", "geburtsdatum", "geboortedatum", "birthday",
        ],
        "sex": ["sex", "gender", "sexe", "geschlecht"],
        "source": ["source", "fichier"],
        "language": ["language", "langue", "sprache", "taal"],
        "type": ["type", "clienttype"],
        "origin": ["origin", "origine"],
        "created_on": ["createdon", "creele", "created", "datedecreation"],
    ]
}
