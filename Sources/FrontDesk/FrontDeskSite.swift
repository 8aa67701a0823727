package import Correspondence
import Hummingbird
import Logging
package import Mailing

/// The front desk in a browser: the office's pages, on this machine only.
package struct FrontDeskSite: Sendable {
    private let desk: ReceptionDesk
    private let port: Int
    private let pages: ClientPages

    /// - Parameter port: On the loopback address; nobody else on the network reaches it.
    package init(desk: ReceptionDesk, port: Int, language: MessageLanguage) {
        self.desk = desk
        self.port = port
        pages = ClientPages(language: language)
    }

    /// Answers until the process is told to end.
    ///
    /// - Throws: A `Problem` if the port is taken.
    package func serve() async throws {
        var logger = Logger(label: "publipost")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
        do {
            try await application.runService()
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.thing(.port(port)), .taken, remedy: .anotherPort)
        }
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("/") { request, _ in
            page(for: request) { pages.page(text: $0, found: $1) }
        }
        router.get("/clients") { request, _ in
            page(for: request) { pages.table(text: $0, found: $1) }
        }
        return router
    }

    private func page(
        for request: Hummingbird.Request, _ body: (String, [ClientLine]) -> String
    ) -> Hummingbird.Response {
        let text = request.uri.queryParameters["q"].map(String.init) ?? ""
        do throws(Problem) {
            let found = text.isEmpty ? [] : try desk.find(text)
            return html(body(text, found))
        } catch {
            return html(pages.problemPage(error), status: .internalServerError)
        }
    }

    private func html(_ page: String, status: HTTPResponse.Status = .ok) -> Hummingbird.Response {
        Hummingbird.Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
            ],
            body: .init(byteBuffer: ByteBuffer(string: page)))
    }
}

extension Wording {
    fileprivate static func port(_ number: Int) -> Wording {
        Wording(en: "port \(number)", fr: "port \(number)")
    }

    fileprivate static let taken = Wording(
        en: "the front desk cannot open there: another program uses it.",
        fr: "l’accueil ne peut pas y ouvrir\u{A0}: un autre programme l’utilise.")
    fileprivate static let anotherPort = Wording(
        en: "Choose another one, such as: publipost serve --port 8081",
        fr: "Choisissez-en un autre, par exemple\u{A0}: publipost serve --port 8081")
}
