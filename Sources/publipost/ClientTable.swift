import Correspondence
import Mailing

/// Clients as a table that fits the terminal: number, name, town, last stay, plate.
struct ClientTable {
    private let table: PlainTable

    init(_ clients: [ClientLine], language: MessageLanguage) {
        let formats = DeskFormats(language)
        let heads = [
            Wording(en: "Number", fr: "Numéro"), Wording(en: "Name", fr: "Nom"), Wording(en: "Town", fr: "Ville"),
            Wording(en: "Last stay", fr: "Dernier séjour"), Wording(en: "Plate", fr: "Plaque"),
        ]
        table = PlainTable(
            heads: heads.map { $0.text(in: language) },
            rows: clients.map { client in
                [
                    String(client.number), client.name, client.client.address.town ?? "",
                    client.lastStay.map(formats.day) ?? "",
                    client.plate ?? "",
                ]
            }, elastic: [1, 2])
    }

    /// The lines, the head first. Names and towns give way where the terminal is narrow.
    var rows: [String] { table.lines }
}
