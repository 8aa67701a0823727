import Correspondence
import Foundation
import Interchange
import Testing

@Suite struct MailingExportTests {
    static let heading = MailingHeading(
        run: "documentation/2026-11-18", name: "documentation", date: CivilDate(year: 2026, month: 11, day: 18)!,
        templates: [
            MailingHeading.Template(
                document: "documentation", language: .french, sha256: String(repeating: "0a", count: 32))
        ],
        selection: "Demandes de documentation en attente.", language: .french)

    static func piece(_ number: Int64 = 12) -> MailingPiece {
        var client = Client(number: number)
        client.reference = "A\(number)"
        client.title = "Mme"
        client.familyName = "Lefèvre & <Fils>"
        client.givenName = "Zoé\u{1}"
        client.company = "Comité des Tilleuls"
        client.birthDate = CivilDate(year: 1973, month: 8, day: 14)
        client.address = PostalAddress(
            complement: "Escalier B", building: "Résidence du Môle", street: "3 rue du Môle", locality: "Le Val",
            postcode: "35400", town: "Saint-Malo", country: "FR")
        return MailingPiece(
            code: "A7F3", file: "letters-001.ps", firstPage: 1, pages: 2, client: client, duplicates: [40],
            language: .french, addressLines: ["MME ZOE LEFEVRE", "3 RUE DU MOLE", "35400 SAINT MALO"],
            reason: "A demandé la documentation le 16 novembre 2026.")
    }

    @Test func `A run is written whole`() throws {
        #expect(
            String(decoding: try export(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <mailing xmlns:xnal="urn:oasis:names:tc:ciq:xnal:3" xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3" xmlns:xal="urn:oasis:names:tc:ciq:xal:3" version="1" run="documentation/2026-11-18" name="documentation" date="2026-11-18" language="fr">
                  <template document="documentation" language="fr" sha256="\(String(repeating: "0a", count: 32))"/>
                  <selection>Demandes de documentation en attente.</selection>
                  <piece code="A7F3" file="letters-001.ps" first-page="1" pages="2" client="12" reference="A12" language="fr">
                    <household client="13"/>
                    <duplicate client="40"/>
                    <xnal:PostalLabel>
                      <xnal:Addressee>
                        <xnl:PartyName>
                          <xnl:PersonName>
                            <xnl:NameElement xnl:ElementType="Title">Mme</xnl:NameElement>
                            <xnl:NameElement xnl:ElementType="FirstName">Zoé\u{FFFD}</xnl:NameElement>
                            <xnl:NameElement xnl:ElementType="LastName">Lefèvre &amp; &lt;Fils&gt;</xnl:NameElement>
                          </xnl:PersonName>
                          <xnl:OrganisationName>
                            <xnl:NameElement xnl:ElementType="FullName">Comité des Tilleuls</xnl:NameElement>
                          </xnl:OrganisationName>
                        </xnl:PartyName>
                      </xnal:Addressee>
                      <xnal:Addressee>
                        <xnl:PartyName>
                          <xnl:PersonName>
                            <xnl:NameElement xnl:ElementType="LastName">Roux</xnl:NameElement>
                          </xnl:PersonName>
                        </xnl:PartyName>
                      </xnal:Addressee>
                      <xal:Address>
                        <xal:FreeTextAddress>
                          <xal:AddressLine>MME ZOE LEFEVRE</xal:AddressLine>
                          <xal:AddressLine>3 RUE DU MOLE</xal:AddressLine>
                          <xal:AddressLine>35400 SAINT MALO</xal:AddressLine>
                        </xal:FreeTextAddress>
                        <xal:Country>
                          <xal:NameElement xal:NameCode="FR" xal:NameCodeType="ISO 3166-1 alpha-2">FR</xal:NameElement>
                        </xal:Country>
                        <xal:Locality>
                          <xal:NameElement>Saint-Malo</xal:NameElement>
                          <xal:SubLocality>
                            <xal:NameElement>Le Val</xal:NameElement>
                          </xal:SubLocality>
                        </xal:Locality>
                        <xal:Thoroughfare>
                          <xal:NameElement>3 rue du Môle</xal:NameElement>
                        </xal:Thoroughfare>
                        <xal:Premises>
                          <xal:NameElement>Résidence du Môle</xal:NameElement>
                          <xal:SubPremises>
                            <xal:NameElement>Escalier B</xal:NameElement>
                          </xal:SubPremises>
                        </xal:Premises>
                        <xal:PostCode>
                          <xal:Identifier>35400</xal:Identifier>
                        </xal:PostCode>
                      </xal:Address>
                    </xnal:PostalLabel>
                    <reason>A demandé la documentation le 16 novembre 2026.</reason>
                  </piece>
                  <suppressions>
                    <suppressed client="77" code="no_town">Sans ville.</suppressed>
                  </suppressions>
                  <counts pieces="1" pages="2" suppressed="1">
                    <suppressed code="no_town" count="1"/>
                  </counts>
                </mailing>

                """)
    }

    @Test func `What is written follows the schema`() throws {
        try MailingSchema.validate(bytes: export())
        try MailingSchema.validate(bytes: export(pieces: 0))
        try MailingSchema.validate(bytes: export(pieces: 2000))
    }

    @Test(arguments: [[], ["--stream"]])
    func `xmllint agrees`(options: [String]) throws {
        try inTemporaryFolder { folder in
            try Data(MailingSchema.text.utf8).write(to: folder.appending(path: "mailing.xsd"))
            try Data(export(pieces: 3)).write(to: folder.appending(path: "mailing.xml"))
            let arguments = ["--noout", "--nonet"] + options + ["--schema", "mailing.xsd", "mailing.xml"]
            #expect(try said(by: "/usr/bin/xmllint", arguments, in: folder) == "mailing.xml validates\n")
        }
    }

    @Test func `A piece without a label is found`() throws {
        let text = String(decoding: try export(), as: UTF8.self)
        let start = text.range(of: "    <xnal:PostalLabel>")!, end = text.range(of: "</xnal:PostalLabel>\n")!
        let broken = text[..<start.lowerBound] + text[end.upperBound...]
        #expect(
            problem { try MailingSchema.validate(bytes: Array(broken.utf8), place: .file("mailing.xml")) } == """
                mailing.xml:8: the document does not follow its schema: Element 'reason': This element is not expected. Expected is one of ( duplicate, {urn:oasis:names:tc:ciq:xnal:3}* ).
                """)
    }

    private func export(pieces: Int = 1) throws -> [UInt8] {
        let sink = MemorySink()
        let export = try MailingExport(to: sink, heading: Self.heading)
        for number in 0..<pieces {
            var piece = Self.piece(12 + Int64(number))
            var member = Client(number: 13)
            member.familyName = "Roux"
            piece.household = [member]
            try export.put(piece)
        }
        try export.leaveOut(
            LeftOut(client: 77, code: "no_town", words: Wording(en: "No town.", fr: "Sans ville."), isFault: true))
        try export.finish()
        return sink.bytes
    }
}
