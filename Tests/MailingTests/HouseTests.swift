import Correspondence
import Mailing
import Testing

@Suite struct `The house` {
    let folder = TemporaryFolder()

    func house(_ text: String?) throws -> House {
        if let text { try folder.write(text, to: "Templates/house.yml") }
        return try TemplateDrawer(folder.path("Templates")).house()
    }

    @Test func `is read with every single value as a field for letters`() throws {
        let house = try house(
            """
            name: Camping du Lac
            town: Annecy
            country: ch
            language: de
            postcode: "01460"
            code: 01460
            opens_on: 2027-04-03
            lowest_price: 189.5
            pool: true
            font: {family: Liberation Serif, fallback: [DejaVu Sans], size: 10.5}
            types: [tourist]
            """)
        #expect(house.name == "Camping du Lac")
        #expect(house.town == "Annecy")
        #expect(house.country == "CH")
        #expect(house.language == .german)
        #expect(house.fontFamily == "Liberation Serif")
        #expect(house.fallbackFamilies == ["DejaVu Sans"])
        #expect(house.fontSize == 10.5)
        #expect(
            house.values == [
                "name": .text("Camping du Lac"), "town": .text("Annecy"), "country": .text("ch"),
                "language": .text("de"), "postcode": .text("01460"), "code": .text("01460"),
                "opens_on": .date(CivilDate(iso: "2027-04-03")!), "lowest_price": .number(189.5), "pool": .flag(true),
            ])
    }

    @Test func `that is missing is asked for`() {
        let problem = #expect(throws: Problem.self) { _ = try self.house(nil) }
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                Templates/house.yml: this file is missing: it says who writes the letters.
                  -> Create it with at least two lines, name: and town:, or name the right folder with --templates.
                """)
    }

    @Test func `without a town says what to add`() {
        let problem = #expect(throws: Problem.self) { _ = try self.house("name: Camping du Lac\n") }
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                Templates/house.yml: the house has no town to write from.
                  -> Add a line such as: town: Saint-Malo
                """)
    }
}
