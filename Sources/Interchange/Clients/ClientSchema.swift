package import Correspondence
import XML

/// The schema of the client file as XML.
package enum ClientSchema {
    package static let namespace = "urn:publipost:clients:1"

    /// Holds a file against the schema, in constant memory.
    package static func validate(path: String) throws(Problem) { try XMLSchema(text).validate(path: path) }

    /// Holds a document in memory against the schema.
    package static func validate(bytes: [UInt8], place: Place? = nil) throws(Problem) {
        try XMLSchema(text).validate(bytes: bytes, place: place)
    }

    /// W3C XML Schema 1.0, self-contained.
    package static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:publipost:clients:1"
                   targetNamespace="urn:publipost:clients:1" elementFormDefault="qualified" version="1">

          <xs:annotation>
            <xs:documentation xml:lang="en">
              A client file, as publipost export writes it and publipost import reads it: for each client the main page under the
              names that templates and CSV lists use, then the tabs and what belongs to the client. Days are civil days, amounts
              are euros with two decimals. Identity papers bear no number. Bank accounts stand here only where they were asked for.
            </xs:documentation>
            <xs:documentation xml:lang="fr">
              Un fichier client, tel que publipost export l'écrit et que publipost import le lit : pour chaque client la fiche, sous les
              noms des modèles et des listes CSV, puis les onglets et ce qui appartient au client.
            </xs:documentation>
          </xs:annotation>

          <xs:element name="clients">
            <xs:complexType>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="client" type="Client"/>
                <xs:element name="erased" type="Erased"/>
              </xs:choice>
              <xs:attribute name="version" type="xs:positiveInteger" use="required"/>
            </xs:complexType>
          </xs:element>

          <xs:complexType name="Client">
            <xs:sequence>
              <xs:element name="merged" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation>
                  <xs:documentation>A record that was merged into this one: its number and reference lead here.</xs:documentation>
                </xs:annotation>
                <xs:complexType>
                  <xs:attribute name="number" type="xs:positiveInteger" use="required"/>
                  <xs:attribute name="reference" type="xs:string"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="title" type="xs:string" minOccurs="0">
                <xs:annotation><xs:documentation>The civility as written: M., Mme, Familie.</xs:documentation></xs:annotation>
              </xs:element>
              <xs:element name="family_name" type="xs:string" minOccurs="0">
                <xs:annotation>
                  <xs:documentation>A client has a family name, a company, or both.</xs:documentation>
                </xs:annotation>
              </xs:element>
              <xs:element name="given_name" type="xs:string" minOccurs="0"/>
              <xs:element name="company" type="xs:string" minOccurs="0"/>
              <xs:element name="address_complement" type="xs:string" minOccurs="0"/>
              <xs:element name="building" type="xs:string" minOccurs="0"/>
              <xs:element name="street" type="xs:string" minOccurs="0"/>
              <xs:element name="locality" type="xs:string" minOccurs="0"/>
              <xs:element name="postcode" type="xs:string" minOccurs="0"/>
              <xs:element name="town" type="xs:string" minOccurs="0"/>
              <xs:element name="country" type="xs:string" minOccurs="0">
                <xs:annotation>
                  <xs:documentation>ISO 3166-1 alpha-2; as written where it is not known.</xs:documentation>
                </xs:annotation>
              </xs:element>
              <xs:element name="phone" type="xs:string" minOccurs="0"/>
              <xs:element name="mobile" type="xs:string" minOccurs="0"/>
              <xs:element name="email" type="xs:string" minOccurs="0"/>
              <xs:element name="birth_date" type="xs:date" minOccurs="0"/>
              <xs:element name="language" type="xs:string" minOccurs="0">
                <xs:annotation><xs:documentation>BCP 47, the primary subtag.</xs:documentation></xs:annotation>
              </xs:element>
              <xs:element name="type" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="origin" type="xs:string" minOccurs="0"/>
              <xs:element name="created_on" type="xs:date" minOccurs="0"/>
              <xs:element name="doubt" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation>
                  <xs:documentation>A value that somebody should look at, as it was written.</xs:documentation>
                </xs:annotation>
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="field" type="xs:NMTOKEN" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
              <xs:element name="companion" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="given_name" type="xs:string"/>
                  <xs:attribute name="family_name" type="xs:string"/>
                  <xs:attribute name="birth_date" type="xs:date"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="vehicle" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="plate" type="xs:string"/>
                  <xs:attribute name="country" type="xs:string"/>
                  <xs:attribute name="kind" type="xs:string"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="paper" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="kind" type="xs:string"/>
                  <xs:attribute name="country" type="xs:string"/>
                  <xs:attribute name="valid_until" type="xs:date"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="animal" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="name" type="xs:string"/>
                  <xs:attribute name="species" type="xs:string"/>
                  <xs:attribute name="breed" type="xs:string"/>
                  <xs:attribute name="vaccinated_on" type="xs:date"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="bank" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="iban" type="xs:string" use="required"/>
                  <xs:attribute name="holder" type="xs:string"/>
                </xs:complexType>
              </xs:element>
              <xs:group ref="Belongings"/>
              <xs:element name="objection" minOccurs="0">
                <xs:annotation><xs:documentation>The client must not get mailings.</xs:documentation></xs:annotation>
                <xs:complexType><xs:attribute name="objected_on" type="xs:date" use="required"/></xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="number" type="xs:positiveInteger">
              <xs:annotation><xs:documentation>Given by the client file; an import into an empty file takes it over.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="reference" type="xs:string">
              <xs:annotation>
                <xs:documentation>The identifier in the system the record came from; an import updates by it.</xs:documentation>
              </xs:annotation>
            </xs:attribute>
            <xs:attribute name="confirmed_on" type="xs:date">
              <xs:annotation><xs:documentation>The last word about the main page.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="mail_returned_on" type="xs:date">
              <xs:annotation><xs:documentation>Mail came back, and the address was not put right.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="reason" type="xs:string">
              <xs:annotation><xs:documentation>Why an import refused the client; the next passes over it.</xs:documentation></xs:annotation>
            </xs:attribute>
          </xs:complexType>

          <xs:complexType name="Erased">
            <xs:annotation>
              <xs:documentation>What is left of a person who was erased: the number, what is counted, and issued invoices.</xs:documentation>
            </xs:annotation>
            <xs:sequence><xs:group ref="Belongings"/></xs:sequence>
            <xs:attribute name="number" type="xs:positiveInteger" use="required"/>
            <xs:attribute name="erased_on" type="xs:date" use="required"/>
            <xs:attribute name="reason" type="xs:string"/>
          </xs:complexType>

          <xs:group name="Belongings">
            <xs:sequence>
              <xs:element name="request" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation><xs:documentation>Pending until answered_on.</xs:documentation></xs:annotation>
                <xs:complexType>
                  <xs:attribute name="kind" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="documentation"/>
                        <xs:enumeration value="reservation"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="document" type="xs:string"/>
                  <xs:attribute name="received_on" type="xs:date"/>
                  <xs:attribute name="answered_on" type="xs:date"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="stay" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="arrival" type="xs:date" use="required"/>
                  <xs:attribute name="departure" type="xs:date" use="required"/>
                  <xs:attribute name="pitch" type="xs:string"/>
                  <xs:attribute name="adults" type="xs:nonNegativeInteger" default="1"/>
                  <xs:attribute name="children" type="xs:nonNegativeInteger" default="0"/>
                  <xs:attribute name="state" default="booked">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="option"/>
                        <xs:enumeration value="booked"/>
                        <xs:enumeration value="arrived"/>
                        <xs:enumeration value="left"/>
                        <xs:enumeration value="cancelled"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="amount" type="Hundredths"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="invoice" type="Invoice" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="letter" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation>
                  <xs:documentation>A letter that was sent, with its words where they were kept.</xs:documentation>
                </xs:annotation>
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="document" type="xs:string" use="required"/>
                      <xs:attribute name="language" type="xs:string" use="required"/>
                      <xs:attribute name="sent_on" type="xs:date" use="required"/>
                      <xs:attribute name="piece_code" type="xs:string"/>
                      <xs:attribute name="run" type="xs:string"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
              <xs:element name="returned_mail" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="reason" type="xs:string" use="required"/>
                  <xs:attribute name="noted_on" type="xs:date" use="required"/>
                  <xs:attribute name="settled_on" type="xs:date"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:group>

          <xs:complexType name="Invoice">
            <xs:annotation><xs:documentation>Without a serial number: not issued yet.</xs:documentation></xs:annotation>
            <xs:sequence>
              <xs:element name="addressee" type="xs:string" minOccurs="0"/>
              <xs:element name="item" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation><xs:documentation>The text is the item's description.</xs:documentation></xs:annotation>
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="product" type="xs:string"/>
                      <xs:attribute name="quantity" type="Thousandths" use="required"/>
                      <xs:attribute name="price" type="Hundredths" use="required"/>
                      <xs:attribute name="vat_rate" type="Hundredths" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="serial" type="xs:positiveInteger"/>
            <xs:attribute name="issued_on" type="xs:date"/>
          </xs:complexType>

          <xs:simpleType name="Hundredths">
            <xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/></xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Thousandths">
            <xs:restriction base="xs:decimal"><xs:fractionDigits value="3"/></xs:restriction>
          </xs:simpleType>

        </xs:schema>

        """
}
