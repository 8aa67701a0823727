import Correspondence
import Testing

@Suite struct PostalLabelTests {
    @Test func `a person in France is written in three lines`() {
        var client = Client()
        client.title = "M."
        client.givenName = "Paul-Henri"
        client.familyName = "Kermarrec"
        client.address = PostalAddress(
            street: "21, rue de Gouesnou", postcode: "29850", town: "Gouesnou", country: "FR")
        #expect(
            PostalLabel(for: client, from: "FR", in: .french).lines == [
                "M. Paul-Henri Kermarrec", "21 RUE DE GOUESNOU", "29850 GOUESNOU",
            ])
    }
}
