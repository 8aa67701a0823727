import Correspondence
import Mailing
import Synchronization
import Testing

@Suite struct `The interview for a new client` {
    let folder = TemporaryFolder()

    func desk() throws -> ReceptionDesk {
        let clerk = Clerk(
            name: "marie", moment: 1_795_000_000, day: CivilDate(iso: "2026-11-18") ?? CivilDate(dayNumber: 0))
        return try ReceptionDesk(
            Workplace(clientFile: folder.path("clients.sqlite"), templates: folder.path("Templates")), clerk: clerk,
            creating: true)
    }

    /// Holds an interview with these answers in turn; after them nobody answers.
    func outcome(_ desk: ReceptionDesk, _ answers: [String]) throws -> (ClientInterview.Outcome, [String]) {
        let rest = Mutex(answers[...])
        let questions = Mutex<[String]>([])
        let interview = ClientInterview(desk, in: .english) { question in
            questions.withLock { $0.append(question) }
            return rest.withLock { $0.popFirst() }
        }
        return (try interview.run(isNew: false), questions.withLock { $0 })
    }

    /// Title, names, company, street, postcode, town, country, phone, mobile, e-mail, birth, language, type.
    static let marie = [
        "Mme", "Dupont", "Marie", "", "", "35400", "Saint-Malo", "", "", "", "", "1980-05-02", "fr", "",
    ]

    @Test func `creates the client, asking once more about what is doubtful`() throws {
        let desk = try desk()
        var answers = Self.marie
        answers[8] = "02 99 12"
        answers.insert("02 61 91 40 01", at: 9)
        let (outcome, questions) = try outcome(desk, answers)
        guard case .added(let client) = outcome else { return #expect(Bool(false), "nobody was added") }
        #expect(client.phone == "+33261914001")
        #expect(client.doubts == [])
        #expect(questions[0] == "title: ")
        #expect(
            questions[9]
                == "  ? no telephone number of this country has that form. Enter keeps it, or write it again: ")
    }

    @Test func `offers to open one who is there already`() throws {
        let desk = try desk()
        _ = try outcome(desk, Self.marie)
        let (outcome, _) = try outcome(desk, Self.marie + ["1"])
        guard case .opened(1) = outcome else { return #expect(Bool(false), "the record was not opened") }
    }

    @Test func `creates the homonym on a clear word only`() throws {
        let desk = try desk()
        _ = try outcome(desk, Self.marie)
        guard case .left = try outcome(desk, Self.marie + ["perhaps", ""]).0 else {
            return #expect(Bool(false), "something was added")
        }
        guard case .added(let client) = try outcome(desk, Self.marie + ["new"]).0 else {
            return #expect(Bool(false), "nobody was added")
        }
        #expect(client.number == 2)
    }

    @Test func `leaves everything as it was where nobody answers any more`() throws {
        let desk = try desk()
        guard case .left = try outcome(desk, ["Mme", "Dupont"]).0 else { return #expect(Bool(false), "it went on") }
        #expect(try desk.find("Dupont").isEmpty)
    }
}
