import Correspondence
import Merging
import Testing

/// The name of one person in six languages, by what the civility says.
@Suite struct SalutationTests {
    private static let languages = ["fr", "en", "de", "nl", "es", "it"]

    @Test(arguments: [
        (
            "M.", "Paul", "Müller",
            [
                "Monsieur", "Dear Mr Müller", "Sehr geehrter Herr Müller", "Geachte heer Müller",
                "Estimado señor Müller",
                "Gentile signor Müller",
            ]
        ),
        (
            "Mme", "Sigrid", "Müller",
            [
                "Madame", "Dear Ms Müller", "Sehr geehrte Frau Müller", "Geachte mevrouw Müller",
                "Estimada señora Müller",
                "Gentile signora Müller",
            ]
        ),
        (
            "M. et Mme", "", "Durand",
            [
                "Madame, Monsieur", "Dear Mr and Mrs Durand", "Sehr geehrte Frau Durand, sehr geehrter Herr Durand",
                "Geachte heer en mevrouw Durand", "Estimados señores Durand", "Gentili signori Durand",
            ]
        ),
        (
            "Familie", "", "Jansen",
            [
                "Madame, Monsieur", "Dear Jansen family", "Sehr geehrte Familie Jansen", "Geachte familie Jansen",
                "Estimada familia Jansen", "Gentile famiglia Jansen",
            ]
        ),
        (
            "", "Keith", "Ormerod",
            [
                "Madame, Monsieur", "Dear Keith Ormerod", "Sehr geehrte Damen und Herren",
                "Geachte heer of mevrouw Ormerod", "Estimados señores", "Gentili signori",
            ]
        ),
    ])
    func `a person is greeted as the language does`(title: String, given: String, family: String, expected: [String]) {
        #expect(greetings(title, given, family) == expected)
    }

    @Test func `a firm without a person is greeted as people unknown`() {
        var client = Client()
        client.company = "Charpentes Rostand"
        let name = PersonName(of: client)
        #expect(
            Self.languages.map { Salutation.text(for: name, in: Language(rawValue: $0)) } == [
                "Madame, Monsieur", "Dear Sir or Madam", "Sehr geehrte Damen und Herren", "Geachte heer, mevrouw",
                "Estimados señores", "Spettabile Charpentes Rostand",
            ])
    }

    @Test(arguments: [
        ("Mr", "Ormerod", "en", "Dear Mr Ormerod"), ("Mrs", "Ormerod", "en", "Dear Mrs Ormerod"),
        ("MISS", "Ormerod", "en", "Dear Miss Ormerod"), ("Dr", "Ormerod", "en", "Dear Dr Ormerod"),
        ("Herr Dr.", "Böhm", "de", "Sehr geehrter Herr Dr. Böhm"),
        ("Frau Prof. Dr.", "Böhm", "de", "Sehr geehrte Frau Prof. Dr. Böhm"),
        ("Dhr", "van den Akker", "nl", "Geachte heer Van den Akker"),
        ("Mevr.", "Akker, van den", "nl", "Geachte mevrouw Van den Akker"),
        ("Dhr.", "VAN DEN AKKER", "nl", "Geachte heer Van den Akker"),
        ("mw", "de Vries", "nl", "Geachte mevrouw De Vries"),
        ("Sig.ra", "Rossi", "it", "Gentile signora Rossi"), ("D.", "García", "es", "Estimado señor García"),
        ("MME", "BÉZARD", "de", "Sehr geehrte Frau Bézard"), ("M", "LE GUEN", "en", "Dear Mr Le Guen"),
        ("M.", "DE LA TOUR", "en", "Dear Mr de La Tour"),
        ("Herr und Frau", "von Stein", "en", "Dear Mr and Mrs von Stein"),
        ("Mr. & Mrs.", "Smith", "de", "Sehr geehrte Frau Smith, sehr geehrter Herr Smith"),
        ("Mme et M.", "Durand", "nl", "Geachte heer en mevrouw Durand"), ("Mesdames", "Durand", "fr", "Mesdames"),
        ("Herr", "VON UND ZU STEIN", "de", "Sehr geehrter Herr von und zu Stein"),
        ("Dhr.", "VAN GILS-VAN DER SMEEDE", "en", "Dear Mr van Gils-van der Smeede"), ("Mlle", "Josse", "fr", "Madame"),
        ("Docteur", "Josse", "fr", "Docteur"), ("Me", "Josse", "fr", "Maître"),
        ("Dhr. en mevr.", "Smit", "nl", "Geachte heer en mevrouw Smit"),
    ])
    func `civilities, degrees, particles and capitals are understood`(
        title: String, family: String, tag: String, expected: String
    ) {
        var client = Client()
        client.title = title
        client.familyName = family
        #expect(Salutation.text(for: PersonName(of: client), in: Language(rawValue: tag)) == expected)
    }

    private func greetings(_ title: String, _ given: String, _ family: String) -> [String] {
        var client = Client()
        client.title = title
        client.givenName = given
        client.familyName = family
        let name = PersonName(of: client)
        return Self.languages.map { Salutation.text(for: name, in: Language(rawValue: $0)) }
    }
}
