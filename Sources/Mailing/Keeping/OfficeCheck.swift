package import Correspondence
import Filing
import Typesetting

/// Is everything in order: client file, templates, fonts, printer?
package struct OfficeCheck {
    private let workplace: Workplace

    package init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    /// What was found.
    package struct Findings: Sendable {
        /// What has to be mended.
        package var faults: [Problem] = []
        /// Good to know; nothing is broken.
        package var remarks: [Problem] = []
        package var clients = 0
        /// Document types that were read.
        package var documents = 0
    }

    /// Looks everything over.
    ///
    /// - Throws: A `Problem` where the client file cannot be opened.
    package func findings() throws(Problem) -> Findings {
        var findings = Findings()
        let file = try ClientFile(reading: workplace.clientFile)
        findings.clients = try file.clientCount()
        findings.faults += try file.check().map { Problem(.file(workplace.clientFile), $0.withFullStop) }
        checkTemplates(&findings)
        checkPrinter(&findings)
        return findings
    }

    private func checkTemplates(_ findings: inout Findings) {
        let drawer = TemplateDrawer(workplace.templates)
        do throws(Problem) {
            let house = try drawer.house()
            _ = try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
            let types = try drawer.documentTypes()
            findings.remarks += HyphenationShelf().problems(for: types.flatMap(\.languages))
            for type in types {
                findings.documents += 1
                do throws(Problem) {
                    _ = try DocumentSet(type.name, in: drawer, house: house, today: CivilDate(dayNumber: 0))
                } catch {
                    findings.faults.append(error)
                }
            }
            for name in try drawer.mailingNames() {
                do throws(Problem) { _ = try drawer.mailing(named: name) } catch { findings.faults.append(error) }
            }
        } catch {
            findings.faults.append(error)
        }
    }

    private func checkPrinter(_ findings: inout Findings) {
        let outcome = ChildProcess(program: "lpstat", arguments: ["-r"], environment: ["LC_ALL": "C"]).run()
        if outcome.status == 127 {
            findings.remarks.append(Problem(.thing(.printing), .noCommand, remedy: .install))
        } else if !outcome.output.contains("scheduler is running") {
            findings.remarks.append(Problem(.thing(.printing), .notRunning))
        }
    }
}

extension Wording {
    fileprivate static let printing = Wording(en: "printing", fr: "impression")
    fileprivate static let noCommand = Wording(
        en: "the print service's commands are not installed; letters can go into files.",
        fr:
            "les commandes du service d’impression ne sont pas installées\u{A0}; les lettres peuvent aller dans des fichiers."
    )
    fileprivate static let install = Wording(
        en: "To print from here: apt-get install cups-client",
        fr: "Pour imprimer d’ici\u{A0}: apt-get install cups-client")
    fileprivate static let notRunning = Wording(
        en: "the print service is not running; letters can go into files.",
        fr: "le service d’impression ne tourne pas\u{A0}; les lettres peuvent aller dans des fichiers.")
}
