/// A record of the made client file, cell by cell.
struct Person {
    var title = ""
    var family = ""
    var given = ""
    var street = ""
    var postcode = ""
    var town = ""
    var country = "FR"
    var phone = ""
    var email = ""
    var birth = ""
    var isMan = false

    static let header = "id,title,family_name,given_name,street,postcode,town,country,phone,email,birth_date"

    func line(id: Int) -> String {
        let cells = [title, family, given, street, postcode, town, country, phone, email, birth]
        return "C\(id)," + cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    }
}
