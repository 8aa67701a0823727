import Linkage
import Testing

struct LinkageFieldTests {
    @Test(arguments: [
        ("Date of Birth", LinkageField.birthDate), ("date de naissance", .birthDate), ("dob", .birthDate),
        ("PRÉNOM", .givenName),
        ("lname_c1", .familyName), ("suburb", .town), ("code postal", .postcode), ("soc_sec_id", .other("soc_sec_id")),
        ("complément d'adresse", .addressComplement), ("family_name", .familyName),
    ])
    func `obvious headers are recognised`(header: String, field: LinkageField) {
        #expect(LinkageField(header: header) == field)
    }

    @Test func `every known field bears its name both ways`() {
        for name in ["title", "second_given_name", "street_number", "region", "created_on", "note"] {
            #expect(LinkageField(name: name).name == name)
        }
    }
}
