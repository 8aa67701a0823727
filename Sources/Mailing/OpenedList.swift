import Interchange

/// A list of clients that was looked at before anything is done: rows of a table, or whole records.
enum OpenedList {
    case rows(ClientList)
    case records(ClientXMLImport)

    /// What the file of what is refused is called in a run's folder. It is of the list's own format.
    var rejectsName: String {
        switch self {
        case .rows: "rejected.csv"
        case .records: "rejected.xml"
        }
    }
}
