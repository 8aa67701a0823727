import Correspondence
import Testing

@Suite struct `The postal lines of a French address` {
    @Test(arguments: [
        ("12 rue Nguyễn Văn Trỗi", "12 RUE NGUYEN VAN TROI"), ("3 place Dương Đình Nghệ", "3 PLACE DUONG DINH NGHE"),
        ("5 ул. Ленина", "5 УЛ ЛЕНИНА"), ("7 οδός Αθήνας", "7 ΟΔΌΣ ΑΘΉΝΑΣ"), ("Église ﬁ Łódź", "EGLISE FI LODZ"),
    ])
    func `lose no letter of any alphabet`(street: String, expected: String) {
        var client = Client(number: 1)
        client.familyName = "Martin"
        client.address = PostalAddress(street: street, postcode: "35000", town: "Rennes")
        #expect(PostalLabel(for: client, from: "FR", in: .french).lines == ["Martin", expected, "35000 RENNES"])
    }
}
