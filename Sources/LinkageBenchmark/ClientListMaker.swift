import Foundation

/// Makes a French campsite's client file with its duplicates, from a seed: names by Zipf, households, and the errors an office
/// knows. Nobody in it exists.
struct ClientListMaker {
    private var dice: Dice
    private var addresses: Set<String> = []
    private let families: [String]
    private let familyRanks: Zipf
    private let men: [String]
    private let women: [String]
    private let menRanks: Zipf
    private let womenRanks: Zipf
    private let streets: [String]
    private let streetRanks: Zipf
    private let towns: [(postcode: String, name: String)]
    private let townRanks: Zipf

    init(seed: UInt64, records: Int) {
        dice = Dice(seed: seed)
        let vocabulary = Vocabulary(dice: &dice, size: records)
        families = vocabulary.families
        men = vocabulary.men
        women = vocabulary.women
        streets = vocabulary.streets
        towns = vocabulary.towns
        familyRanks = Zipf(families.count, exponent: 0.85)
        menRanks = Zipf(men.count, exponent: 0.8)
        womenRanks = Zipf(women.count, exponent: 0.8)
        streetRanks = Zipf(streets.count, exponent: 0.6)
        townRanks = Zipf(towns.count, exponent: 0.5)
    }

    /// Writes `records` records and their true clusters; the order is shuffled.
    mutating func write(records: Int, to list: String, truth: String) throws {
        var people: [(cluster: Int, person: Person)] = []
        people.reserveCapacity(records)
        var cluster = 0
        while people.count < records {
            for person in household() where people.count < records {
                people.append((cluster, person))
                if dice.hits(0.08) {
                    for _ in 0..<(dice.hits(0.2) ? 2 : 1) where people.count < records {
                        people.append((cluster, copy(of: person)))
                    }
                }
                cluster += 1
            }
        }
        for place in stride(from: people.count - 1, to: 0, by: -1) { people.swapAt(place, dice.below(place + 1)) }
        try Self.save(people, list, truth)
    }

    private static func save(_ people: [(cluster: Int, person: Person)], _ list: String, _ truth: String) throws {
        var (lines, clusters) = (Person.header + "\n", "id,cluster\n")
        lines.reserveCapacity(people.count * 110)
        for (place, entry) in people.enumerated() {
            lines += entry.person.line(id: place + 1) + "\n"
            clusters += "C\(place + 1),\(entry.cluster)\n"
        }
        try Data(lines.utf8).write(to: URL(fileURLWithPath: list))
        try Data(clusters.utf8).write(to: URL(fileURLWithPath: truth))
    }

    // MARK: Households

    private mutating func household() -> [Person] {
        let town = towns[townRanks.draw(&dice)]
        let family = families[familyRanks.draw(&dice)]
        let street = "\(1 + dice.below(120)) " + streets[streetRanks.draw(&dice)]
        let landline = "02" + digits(8)
        let size = dice.hits(0.75) ? 1 : 2 + dice.below(3)
        var members: [Person] = []
        for place in 0..<size {
            var person = Person()
            person.isMan = place == 1 ? !members[0].isMan : dice.hits(0.5)
            person.title = person.isMan ? "M." : "Mme"
            person.family = place == 1 && dice.hits(0.2) ? families[familyRanks.draw(&dice)] : family
            person.given = person.isMan ? men[menRanks.draw(&dice)] : women[womenRanks.draw(&dice)]
            if place >= 2, dice.hits(0.05) { person.given = members[0].given }
            (person.street, person.postcode, person.town) = (street, town.postcode, town.name)
            let year = place < 2 ? 1940 + dice.below(60) : 1970 + dice.below(38)
            person.birth = dice.hits(0.3) ? "" : date(year)
            person.phone = dice.hits(0.15) ? "" : size > 1 && dice.hits(0.5) ? landline : "06" + digits(8)
            person.email = dice.hits(0.3) ? "" : place > 0 && dice.hits(0.3) ? members[0].email : email(person, year)
            members.append(person)
        }
        return members.map { formatted($0) }
    }

    private mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(dice.below(10))) })
    }

    private mutating func date(_ year: Int) -> String {
        if dice.hits(0.01) { return "\(year)-01-01" }
        let (month, day) = (1 + dice.below(12), 1 + dice.below(28))
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private mutating func email(_ person: Person, _ year: Int) -> String {
        let (family, given) = (Self.plain(person.family), Self.plain(person.given))
        let box =
            switch dice.below(5) {
            case 0: given + "." + family
            case 1: String(given.prefix(1)) + family
            case 2: family + String(year % 100)
            case 3: given + String(dice.below(9999))
            default: family + "." + given + (dice.hits(0.4) ? String(year) : "")
            }
        let provider = dice.pick(["example.com", "example.org", "example.net", "mail.example", "post.example"])
        // A provider gives no address twice.
        var address = box + "@" + provider
        while !addresses.insert(address).inserted { address = box + digits(5) + "@" + provider }
        return address
    }

    static func plain(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).filter {
            $0.isLetter && $0.isASCII
        }
    }

    private mutating func formatted(_ person: Person) -> Person {
        var person = person
        if !person.phone.isEmpty { person.phone = phone(person.phone) }
        if dice.hits(0.15) { person.family = person.family.uppercased() }
        return person
    }

    private mutating func phone(_ digits: String) -> String {
        let pairs = stride(from: 0, to: 10, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
        return switch dice.below(4) {
        case 0: digits
        case 1: pairs.joined(separator: ".")
        case 2: "+33 " + String(digits.dropFirst().prefix(1)) + " " + pairs.dropFirst().joined(separator: " ")
        default: pairs.joined(separator: " ")
        }
    }

    // MARK: Second records

    /// The same person, written down another time: one to four of an office's untidinesses.
    private mutating func copy(of person: Person) -> Person {
        var copy = person
        for _ in 0..<(1 + dice.below(4)) { spoil(&copy) }
        return copy
    }

    private mutating func spoil(_ person: inout Person) {
        switch dice.below(20) {
        case 0, 1: person.family = slip(person.family)
        case 2, 3: person.given = slip(person.given)
        case 4: person.given = String(person.given.prefix(1)) + "."
        case 5: swap(&person.family, &person.given)
        case 6: person.birth = ""
        case 7: person.birth = spoiled(date: person.birth)
        case 8, 9: person.email = dice.hits(0.5) ? "" : slip(person.email)
        case 10: person.email = email(person, 1900 + dice.below(99))
        case 11: person.phone = dice.hits(0.5) ? "" : phone("06" + digits(8))
        case 12: person.phone = slip(person.phone)
        case 13:
            person.street = person.street.replacingOccurrences(of: "avenue", with: "av.").replacingOccurrences(
                of: "rue", with: "r.")
        case 14: person.street = ""
        case 15:
            let town = towns[townRanks.draw(&dice)]
            (person.street, person.postcode, person.town) = (
                "\(1 + dice.below(120)) " + streets[streetRanks.draw(&dice)], town.postcode, town.name
            )
        case 16: person.town = dice.hits(0.5) ? person.town.uppercased() : slip(person.town)
        case 17: person.postcode = dice.hits(0.5) ? "" : slip(person.postcode)
        case 18: person.family = person.family.folding(options: .diacriticInsensitive, locale: nil).uppercased()
        default:
            if !person.isMan, dice.hits(0.3) {
                person.family = families[familyRanks.draw(&dice)]
            } else {
                person.title = ""
            }
        }
    }

    private mutating func slip(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count > 2 else { return text }
        let place = dice.below(letters.count - 1)
        switch dice.below(4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters.swapAt(place, place + 1)
        default:
            letters[place] = letters[place].isNumber ? Character(String(dice.below(10))) : dice.pick(Array("aeionrstl"))
        }
        return String(letters)
    }

    private mutating func spoiled(date: String) -> String {
        let parts = date.split(separator: "-").map(String.init)
        guard parts.count == 3 else { return date }
        if dice.hits(0.4) { return parts[0] + "-" + parts[2] + "-" + parts[1] }
        if dice.hits(0.3) { return parts[0] + "-01-01" }
        return slip(date)
    }
}
