import Correspondence
import XML

/// The postal label of OASIS CIQ xNAL 3.0 (names: xNL, addresses: xAL).
///
/// Source: OASIS, "Customer Information Quality Specifications Version 3.0", 2008. Attributes are qualified there.
enum XNAL {
    static let label = "urn:oasis:names:tc:ciq:xnal:3"
    static let name = "urn:oasis:names:tc:ciq:xnl:3"
    static let address = "urn:oasis:names:tc:ciq:xal:3"

    /// Writes a label for `clients`, who share the address of the first.
    static func put(_ clients: [Client], lines: [String], to writer: XMLWriter) throws(Problem) {
        try writer.open("xnal:PostalLabel")
        for client in clients { try putAddressee(client, to: writer) }
        try put(clients[0].address, lines: lines, to: writer)
        try writer.close()
    }

    private static func putAddressee(_ client: Client, to writer: XMLWriter) throws(Problem) {
        try writer.open("xnal:Addressee")
        try writer.open("xnl:PartyName")
        if client.title ?? client.givenName ?? client.familyName != nil {
            try writer.open("xnl:PersonName")
            try putPart("Title", client.title, to: writer)
            try putPart("FirstName", client.givenName, to: writer)
            try putPart("LastName", client.familyName, to: writer)
            try writer.close()
        }
        if let company = client.company {
            try writer.open("xnl:OrganisationName")
            try putPart("FullName", company, to: writer)
            try writer.close()
        }
        try writer.close()
        try writer.close()
    }

    private static func putPart(_ type: String, _ text: String?, to writer: XMLWriter) throws(Problem) {
        try writer.element("xnl:NameElement", ["xnl:ElementType": type], text)
    }

    /// The order is the schema's: lines, country, locality, thoroughfare, premises, postcode.
    private static func put(_ address: PostalAddress, lines: [String], to writer: XMLWriter) throws(Problem) {
        try writer.open("xal:Address")
        if !lines.isEmpty {
            try writer.open("xal:FreeTextAddress")
            for line in lines { try writer.element("xal:AddressLine", line) }
            try writer.close()
        }
        if let country = address.country { try putCountry(country, to: writer) }
        if let town = address.town ?? address.locality { try putLocality(town, address, to: writer) }
        if let street = address.street {
            try writer.open("xal:Thoroughfare")
            try writer.element("xal:NameElement", street)
            try writer.close()
        }
        if address.building ?? address.complement != nil { try putPremises(address, to: writer) }
        if let postcode = address.postcode {
            try writer.open("xal:PostCode")
            try writer.element("xal:Identifier", postcode)
            try writer.close()
        }
        try writer.close()
    }

    private static func putCountry(_ country: String, to writer: XMLWriter) throws(Problem) {
        let isCode = country.utf8.count == 2
        try writer.open("xal:Country")
        try writer.element(
            "xal:NameElement",
            [
                "xal:NameCode": isCode ? country : nil, "xal:NameCodeType": isCode ? "ISO 3166-1 alpha-2" : nil,
            ], country)
        try writer.close()
    }

    private static func putLocality(
        _ town: String, _ address: PostalAddress, to writer: XMLWriter
    ) throws(Problem) {
        try writer.open("xal:Locality")
        try writer.element("xal:NameElement", town)
        if address.town != nil, let hamlet = address.locality {
            try writer.open("xal:SubLocality")
            try writer.element("xal:NameElement", hamlet)
            try writer.close()
        }
        try writer.close()
    }

    private static func putPremises(_ address: PostalAddress, to writer: XMLWriter) throws(Problem) {
        try writer.open("xal:Premises")
        try writer.element("xal:NameElement", address.building)
        if let complement = address.complement {
            try writer.open("xal:SubPremises")
            try writer.element("xal:NameElement", complement)
            try writer.close()
        }
        try writer.close()
    }
}
