package import Correspondence
import XML

/// The schema of the clean-up report in XML, which `publipost schema duplicates` prints.
package enum DuplicateSchema {
    /// Holds a written report against the schema.
    ///
    /// - Throws: A `Problem` with the line where it does not follow it.
    package static func validate(bytes: [UInt8], place: Place? = nil) throws(Problem) {
        try XMLSchema(text).validate(bytes: bytes, place: place)
    }

    /// W3C XML Schema 1.0, self-contained.
    package static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" version="1">

          <xs:annotation>
            <xs:documentation xml:lang="en">
              The duplicates in a client file: its state, then the groups of records believed to be one client, those first
              whose cleaning saves most. Names and addresses stand in it; it is the office's own paper.
            </xs:documentation>
            <xs:documentation xml:lang="fr">
              Les doublons d'un fichier clients : son état, puis les groupes de fiches qui sont sans doute un seul client,
              ceux qui rapportent le plus d'abord. Noms et adresses y figurent : c'est un papier du bureau.
            </xs:documentation>
          </xs:annotation>

          <xs:element name="duplicates">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="state" type="State"/>
                <xs:element name="group" type="Group" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="settled" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="one" type="Number" use="required"/>
                    <xs:attribute name="other" type="Number" use="required"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="version" type="xs:positiveInteger" use="required"/>
              <xs:attribute name="date" type="xs:date" use="required"/>
              <xs:attribute name="language" type="xs:language" use="required"/>
            </xs:complexType>
          </xs:element>

          <xs:complexType name="State">
            <xs:sequence>
              <xs:element name="origin" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="records" type="xs:nonNegativeInteger" use="required"/>
                      <xs:attribute name="duplicates" type="xs:nonNegativeInteger" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="clients" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="groups" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="sure" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="check" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="spare-records" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="letters-saved" type="xs:decimal" use="required"/>
            <xs:attribute name="postage" type="xs:decimal" use="required"/>
            <xs:attribute name="postage-saved" type="xs:decimal" use="required"/>
          </xs:complexType>

          <xs:complexType name="Group">
            <xs:sequence>
              <xs:element name="client" minOccurs="2" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="field" type="Field" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence>
                  <xs:attribute name="number" type="Number" use="required"/>
                  <xs:attribute name="letters-a-year" type="xs:positiveInteger" use="required"/>
                  <xs:attribute name="last-stay" type="xs:date"/>
                  <xs:attribute name="objected" type="xs:boolean"/>
                  <xs:attribute name="mail-returned-on" type="xs:date"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="pair" type="Pair" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="kept">
                <xs:annotation>
                  <xs:documentation>What merging would show, each field with the client it is taken from.</xs:documentation>
                </xs:annotation>
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="field" type="Field" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence>
                  <xs:attribute name="number" type="Number" use="required"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="verdict" type="xs:string"/>
            </xs:sequence>
            <xs:attribute name="code" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string"><xs:pattern value="[A-Z][A-Z2-9]{5}"/></xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="answer" type="Answer" use="required"/>
            <xs:attribute name="probability" type="Probability" use="required"/>
            <xs:attribute name="letters-saved" type="xs:decimal" use="required"/>
          </xs:complexType>

          <xs:complexType name="Pair">
            <xs:sequence>
              <xs:element name="evidence" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="about" type="xs:string" use="required"/>
                      <xs:attribute name="bits" type="xs:decimal" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="one" type="Number" use="required"/>
            <xs:attribute name="other" type="Number" use="required"/>
            <xs:attribute name="answer" type="Answer" use="required"/>
            <xs:attribute name="probability" type="Probability" use="required"/>
            <xs:attribute name="bits" type="xs:decimal" use="required"/>
          </xs:complexType>

          <xs:complexType name="Field">
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="name" type="xs:NMTOKEN" use="required"/>
                <xs:attribute name="from" type="Number"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>

          <xs:simpleType name="Number"><xs:restriction base="xs:positiveInteger"/></xs:simpleType>

          <xs:simpleType name="Probability">
            <xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:maxInclusive value="1"/></xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Answer">
            <xs:restriction base="xs:string">
              <xs:enumeration value="same"/>
              <xs:enumeration value="check"/>
              <xs:enumeration value="different"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:schema>

        """
}
