import Correspondence
import Filing
import Merging

/// Reads who and what comes along with a client, as far as a template asks for it.
struct CompanyReader {
    private let companions: Bool
    private let vehicles: Bool
    private let animals: Bool
    /// Whether the template speaks of a stay, which there must then be.
    let speaksOfStay: Bool
    /// Whether the template is about an issued invoice, which there must then be.
    let speaksOfInvoice: Bool

    init(for template: Template) {
        let names = template.fieldNames
        func asksFor(_ list: String) -> Bool { names.contains { $0 == list || $0.hasPrefix(list + ".") } }
        companions = asksFor("client.companions")
        vehicles = asksFor("client.vehicles")
        animals = asksFor("client.animals")
        speaksOfStay = asksFor("stay")
        speaksOfInvoice = asksFor("invoice")
    }

    /// Returns the lists that the template asks for; the others are empty.
    func company(of client: Client, in file: ClientFile) throws(Problem) -> LetterFields.Company {
        guard let number = client.number else { return LetterFields.Company() }
        return LetterFields.Company(
            companions: companions ? try file.lines(of: number, as: Companion.self) : [],
            vehicles: vehicles ? try file.lines(of: number, as: Vehicle.self) : [],
            animals: animals ? try file.lines(of: number, as: Animal.self) : [])
    }
}
