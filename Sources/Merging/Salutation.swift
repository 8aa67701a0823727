package import Correspondence

/// How a letter greets: "Madame", "Dear Mr Ormerod", "Sehr geehrte Frau Müller", without the comma after it.
///
/// French greets without the name, as its etiquette asks ("Madame", never "Madame Durand" at the head of a letter); a couple, a family
/// and who is not known are greeted "Madame, Monsieur". "Mademoiselle" is not used: French administrations gave it up (circular of
/// 21 February 2012). Dutch writes the particle with a capital where no name stands before it: "Geachte heer Van den Akker" (Taalunie,
/// "Van of van"). A firm is greeted as people unknown; a firm with a person, as that person.
package enum Salutation {
    /// - Parameter language: The letter's. Languages without rules of their own greet as English does.
    package static func text(for name: PersonName, in language: Language) -> String {
        switch language {
        case .french: french(name)
        case .german: german(name)
        case .dutch: dutch(name)
        case .spanish: spanish(name)
        case .italian: italian(name)
        default: english(name)
        }
    }

    private static func french(_ name: PersonName) -> String {
        switch name.title.kind {
        case _ where name.title.degree.hasPrefix("Dr"): "Docteur"
        case _ where name.title.degree == "Me": "Maître"
        case .man: "Monsieur"
        case .woman: "Madame"
        case .men: "Messieurs"
        case .women: "Mesdames"
        case .couple, .family, .unknown: "Madame, Monsieur"
        }
    }

    private static func english(_ name: PersonName) -> String {
        let degree = name.title.degree.hasPrefix("Dr") ? "Dr" : nil
        let family = name.greetedFamily
        guard !family.isEmpty else {
            return name.given.isEmpty || name.title.kind == .couple ? "Dear Sir or Madam" : "Dear \(name.greetedGiven)"
        }
        switch name.title.kind {
        case .man: return "Dear \(degree ?? "Mr") \(family)"
        case .woman: return "Dear \(degree ?? englishWoman(name)) \(family)"
        case .couple: return "Dear Mr and Mrs \(family)"
        case .family: return "Dear \(family) family"
        case .men: return "Dear Sirs"
        case .women: return "Dear Ladies"
        case .unknown:
            if let degree { return "Dear \(degree) \(family)" }
            return name.given.isEmpty ? "Dear Sir or Madam" : "Dear \(name.greetedGiven) \(family)"
        }
    }

    /// As she calls herself; "Ms" where another language's civility does not say.
    private static func englishWoman(_ name: PersonName) -> String {
        ["Mrs", "Miss"].contains(name.title.printed) ? name.title.printed : "Ms"
    }

    private static func german(_ name: PersonName) -> String {
        let degree = name.title.degree.isEmpty ? "" : name.title.degree + " "
        let family = name.greetedFamily
        guard !family.isEmpty else { return "Sehr geehrte Damen und Herren" }
        switch name.title.kind {
        case .man: return "Sehr geehrter Herr \(degree)\(family)"
        case .woman: return "Sehr geehrte Frau \(degree)\(family)"
        case .couple: return "Sehr geehrte Frau \(family), sehr geehrter Herr \(family)"
        case .family: return "Sehr geehrte Familie \(family)"
        case .men: return "Sehr geehrte Herren"
        case .women: return "Sehr geehrte Damen"
        case .unknown: return "Sehr geehrte Damen und Herren"
        }
    }

    private static func dutch(_ name: PersonName) -> String {
        let family = capitalisedFirst(name.greetedFamily)
        guard !family.isEmpty else { return "Geachte heer, mevrouw" }
        switch name.title.kind {
        case .man: return "Geachte heer \(family)"
        case .woman: return "Geachte mevrouw \(family)"
        case .couple: return "Geachte heer en mevrouw \(family)"
        case .family: return "Geachte familie \(family)"
        case .men: return "Geachte heren"
        case .women: return "Geachte dames"
        case .unknown: return "Geachte heer of mevrouw \(family)"
        }
    }

    private static func spanish(_ name: PersonName) -> String {
        let family = name.greetedFamily
        guard !family.isEmpty else { return "Estimados señores" }
        switch name.title.kind {
        case .man: return "Estimado señor \(family)"
        case .woman: return "Estimada señora \(family)"
        case .couple: return "Estimados señores \(family)"
        case .family: return "Estimada familia \(family)"
        case .women: return "Estimadas señoras"
        case .men, .unknown: return "Estimados señores"
        }
    }

    private static func italian(_ name: PersonName) -> String {
        let family = name.greetedFamily
        guard !family.isEmpty else { return name.isCompany ? "Spettabile \(name.company)" : "Gentili signori" }
        switch name.title.kind {
        case .man: return "Gentile signor \(family)"
        case .woman: return "Gentile signora \(family)"
        case .couple: return "Gentili signori \(family)"
        case .family: return "Gentile famiglia \(family)"
        case .women: return "Gentili signore"
        case .men, .unknown: return "Gentili signori"
        }
    }

    private static func capitalisedFirst(_ text: String) -> String {
        guard let first = text.first, !text.hasPrefix("'t"), !text.hasPrefix("’t") else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
