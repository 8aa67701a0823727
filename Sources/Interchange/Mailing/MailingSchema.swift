package import Correspondence
import XML

/// The schema of `mailing.xml`, which `publipost schema mailing` prints.
package enum MailingSchema {
    /// Holds a written export against the schema, in constant memory.
    ///
    /// - Throws: A `Problem` with the line where the file does not follow it.
    package static func validate(path: String) throws(Problem) {
        try XMLSchema(text).validate(path: path)
    }

    /// Holds an export in memory against the schema.
    package static func validate(bytes: [UInt8], place: Place? = nil) throws(Problem) {
        try XMLSchema(text).validate(bytes: bytes, place: place)
    }

    /// W3C XML Schema 1.0, self-contained: no other file is needed to use it.
    package static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" version="1">

          <xs:annotation>
            <xs:documentation xml:lang="en">
              One run of a mailing, as publipost hands it to a mailing house: one piece for each letter, in the order of
              the printed pages, with the printed lines of its address and the parts they were made from.
              Names and addresses are PostalLabel elements of OASIS CIQ xNAL 3.0 and pass by a lax wildcard: a validator
              that has the OASIS schemas checks them too, one that has not lets them pass.
              No bank data, telephone number, e-mail address or birth date stands in this file.
            </xs:documentation>
            <xs:documentation xml:lang="fr">
              Une exécution d'un publipostage, telle que publipost la remet à un routeur : un élément piece par lettre, dans
              l'ordre des pages imprimées, avec les lignes imprimées de l'adresse et les parties dont elles sont faites.
              Noms et adresses sont des éléments PostalLabel d'OASIS CIQ xNAL 3.0. Ni coordonnées bancaires, ni téléphone, ni
              adresse électronique, ni date de naissance.
            </xs:documentation>
          </xs:annotation>

          <xs:element name="mailing">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="template" type="Template" maxOccurs="unbounded"/>
                <xs:element name="selection" type="Text">
                  <xs:annotation><xs:documentation>Whom the run was for.</xs:documentation></xs:annotation>
                </xs:element>
                <xs:element name="piece" type="Piece" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="suppressions" type="Suppressions" minOccurs="0"/>
                <xs:element name="counts" type="Counts"/>
              </xs:sequence>
              <xs:attribute name="version" type="xs:positiveInteger" use="required"/>
              <xs:attribute name="run" type="Text" use="required">
                <xs:annotation><xs:documentation>Names the run: documentation/2026-11-18.</xs:documentation></xs:annotation>
              </xs:attribute>
              <xs:attribute name="name" type="Text" use="required">
                <xs:annotation><xs:documentation>The mailing's name.</xs:documentation></xs:annotation>
              </xs:attribute>
              <xs:attribute name="date" type="xs:date" use="required">
                <xs:annotation><xs:documentation>The date on the letters.</xs:documentation></xs:annotation>
              </xs:attribute>
              <xs:attribute name="language" type="Language" use="required">
                <xs:annotation><xs:documentation>The language of the sentences in this file.</xs:documentation></xs:annotation>
              </xs:attribute>
            </xs:complexType>
          </xs:element>

          <xs:complexType name="Template">
            <xs:annotation><xs:documentation>A letter template that the run used.</xs:documentation></xs:annotation>
            <xs:attribute name="document" type="Text" use="required"/>
            <xs:attribute name="language" type="Language" use="required"/>
            <xs:attribute name="sha256" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string"><xs:pattern value="[0-9a-f]{64}"/></xs:restriction>
              </xs:simpleType>
            </xs:attribute>
          </xs:complexType>

          <xs:complexType name="Piece">
            <xs:annotation>
              <xs:documentation>One letter, for one client or one household.</xs:documentation>
            </xs:annotation>
            <xs:sequence>
              <xs:element name="household" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation>
                  <xs:documentation>Another client whom the letter addresses too.</xs:documentation>
                </xs:annotation>
                <xs:complexType>
                  <xs:attribute name="client" type="Number"/>
                  <xs:attribute name="reference" type="xs:string"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="duplicate" minOccurs="0" maxOccurs="unbounded">
                <xs:annotation>
                  <xs:documentation>A further record of the same client, which this letter answers too.</xs:documentation>
                </xs:annotation>
                <xs:complexType><xs:attribute name="client" type="Number" use="required"/></xs:complexType>
              </xs:element>
              <xs:any namespace="urn:oasis:names:tc:ciq:xnal:3" processContents="lax">
                <xs:annotation>
                  <xs:documentation>
                    xnal:PostalLabel: one Addressee for each person or firm, then one Address, whose FreeTextAddress has
                    the printed lines.
                  </xs:documentation>
                </xs:annotation>
              </xs:any>
              <xs:element name="reason" type="Text">
                <xs:annotation><xs:documentation>Why the client was chosen.</xs:documentation></xs:annotation>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="code" type="Text" use="required">
              <xs:annotation>
                <xs:documentation>The piece code printed on the letter; each once in a run.</xs:documentation>
              </xs:annotation>
            </xs:attribute>
            <xs:attribute name="file" type="xs:string">
              <xs:annotation>
                <xs:documentation>Which file of the run has the letter, where it was split.</xs:documentation>
              </xs:annotation>
            </xs:attribute>
            <xs:attribute name="first-page" type="xs:positiveInteger" use="required">
              <xs:annotation><xs:documentation>From 1, within the file.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="pages" type="xs:positiveInteger" use="required"/>
            <xs:attribute name="client" type="Number">
              <xs:annotation><xs:documentation>The number in the client file.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="reference" type="xs:string">
              <xs:annotation><xs:documentation>The identifier in the system it came from.</xs:documentation></xs:annotation>
            </xs:attribute>
            <xs:attribute name="language" type="Language" use="required"/>
          </xs:complexType>

          <xs:complexType name="Suppressions">
            <xs:annotation>
              <xs:documentation>Those who would have got a letter and got none of their own.</xs:documentation>
            </xs:annotation>
            <xs:sequence>
              <xs:element name="suppressed" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="Text">
                      <xs:attribute name="client" type="Number" use="required"/>
                      <xs:attribute name="code" type="Text" use="required"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>

          <xs:complexType name="Counts">
            <xs:annotation>
              <xs:documentation>At the end, so that the file can be written and read in one stream.</xs:documentation>
            </xs:annotation>
            <xs:sequence>
              <xs:element name="suppressed" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="code" type="Text" use="required"/>
                  <xs:attribute name="count" type="xs:positiveInteger" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="pieces" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="pages" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="suppressed" type="xs:nonNegativeInteger" use="required"/>
          </xs:complexType>

          <xs:simpleType name="Text">
            <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Number">
            <xs:annotation><xs:documentation>A client's number.</xs:documentation></xs:annotation>
            <xs:restriction base="xs:long"><xs:minInclusive value="1"/></xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Language">
            <xs:annotation><xs:documentation>BCP 47, the primary subtag: fr, nl.</xs:documentation></xs:annotation>
            <xs:restriction base="xs:string"><xs:pattern value="[a-z]{2,8}"/></xs:restriction>
          </xs:simpleType>

        </xs:schema>

        """
}
