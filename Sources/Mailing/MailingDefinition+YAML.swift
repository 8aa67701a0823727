import Correspondence
import Filing

extension MailingDefinition {
    /// Reads the mailing `name` from the file at `path`.
    ///
    /// - Throws: A `Problem` with the line, if something in it is not understood or cannot be done yet.
    init(name: String, path: String) throws(Problem) {
        let page = try YAMLPage(path: path)
        let keys = ["document", "audience", "one_per", "order", "duplicates", "output", "ceiling"]
        let settings = try page.content.entries(only: keys)
        guard let document = settings["document"] else {
            throw page.problem(.noDocument, remedy: .addDocument, at: nil)
        }
        guard let audience = settings["audience"] else {
            throw page.problem(.noAudience, remedy: .addAudience, at: nil)
        }
        if let onePer = settings["one_per"] { try Self.checkOnePer(onePer) }
        self.init(
            name: name, document: try document.text(), audience: try Audience(audience),
            order: try settings["order"].map(Self.order) ?? [.country, .department, .postcode, .street],
            duplicates: try settings["duplicates"].map { value throws(Problem) in
                try value.choice(of: DuplicateRule.self)
            } ?? .leaveOut,
            output: try settings["output"].map { value throws(Problem) in try Output(value) }
                ?? Output(postScript: PostScript(), text: nil, xml: true),
            ceiling: try settings["ceiling"].map { value throws(Problem) in try value.count() })
    }

    private static func checkOnePer(_ value: YAMLValue) throws(Problem) {
        if try value.choice(of: OnePer.self) != .client { throw value.notBuilt(instead: .writeClient) }
    }

    private enum OnePer: String, CaseIterable {
        case client, household
    }

    private static func order(_ value: YAMLValue) throws(Problem) -> [MailingOrder] {
        var order: [MailingOrder] = []
        for key in try value.list() {
            order.append(try key.choice(of: MailingOrder.self))
        }
        return order
    }
}

extension MailingDefinition.Audience {
    fileprivate init(_ value: YAMLValue) throws(Problem) {
        let criteria = ["request", "type", "language", "country", "origin", "last_stay", "nights", "turnover", "has"]
        let settings = try value.entries(only: criteria)
        for criterion in criteria.dropFirst() {
            if let value = settings[criterion] { throw value.notBuilt(instead: .selectByRequest) }
        }
        guard let request = settings["request"] else { throw value.wrong(.addAudience) }
        self.init(request: try request.choice(of: Request.Kind.self))
    }
}

extension MailingDefinition.Output {
    fileprivate init(_ value: YAMLValue) throws(Problem) {
        let settings = try value.entries(only: ["postscript", "text", "xml"])
        postScript = MailingDefinition.PostScript()
        if let value = settings["postscript"] { postScript = try Self.postScript(value) }
        if let value = settings["text"] { text = try Self.text(value) }
        xml = try settings["xml"].map { value throws(Problem) in try value.flag() } ?? true
        if postScript == nil && text == nil && !xml { throw value.wrong(.leaveSomething) }
    }

    /// `postscript: true`, `false`, or a mapping of its settings.
    private static func postScript(_ value: YAMLValue) throws(Problem) -> MailingDefinition.PostScript? {
        if value.single != nil { return try value.flag() ? MailingDefinition.PostScript() : nil }
        let settings = try value.entries(only: ["letters_per_file", "duplex", "tray", "copies"])
        return MailingDefinition.PostScript(
            lettersPerFile: try settings["letters_per_file"].map { value throws(Problem) in try value.count() },
            duplex: try settings["duplex"].map { value throws(Problem) in try value.flag() } ?? false,
            tray: try settings["tray"].map { value throws(Problem) in try value.text() },
            copies: try settings["copies"].map { value throws(Problem) in try value.count() } ?? 1)
    }

    /// `text: true`, `false`, or a mapping of its settings.
    private static func text(_ value: YAMLValue) throws(Problem) -> TextEncoding? {
        if value.single != nil { return try value.flag() ? .utf8 : nil }
        return try value.entries(only: ["encoding"])["encoding"].map { value throws(Problem) in
            try value.choice(of: TextEncoding.self)
        } ?? .utf8
    }
}

extension Wording {
    fileprivate static let noDocument = Wording(
        en: "the mailing does not say which document it sends.",
        fr: "le publipostage ne dit pas quel document il envoie.")
    fileprivate static let addDocument = Wording(
        en: "Add a line such as: document: documentation", fr: "Ajoutez une ligne comme\u{A0}: document: documentation")
    fileprivate static let noAudience = Wording(
        en: "the mailing does not say to whom it goes.", fr: "le publipostage ne dit pas à qui il s’adresse.")
    fileprivate static let addAudience = Wording(
        en: "Write under \"audience:\" a line such as: request: documentation",
        fr: "Écrivez sous «\u{A0}audience:\u{A0}» une ligne comme\u{A0}: request: documentation")
    fileprivate static let writeClient = Wording(en: "Write: one_per: client", fr: "Écrivez\u{A0}: one_per: client")
    fileprivate static let selectByRequest = Wording(
        en: "Select by request only, for now.", fr: "Ne choisissez que par demande (request), pour l’instant.")
    fileprivate static let leaveSomething = Wording(
        en: "Leave at least one of postscript, text and xml.", fr: "Gardez au moins un de postscript, text et xml.")
}
