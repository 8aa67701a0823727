extension PostalAbbreviation {
    static func shortened(_ name: String, longest: Int) -> String { name }
    static func shortenedTown(_ name: String, longest: Int) -> String { name }
    static func general(_ text: String, longest: Int) -> String { text }

    /// "Jean-Pierre Marie" becomes "J.-P. M."
    static func initials(of given: String) -> String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").map { $0.prefix(1).uppercased() + "." }.joined(separator: "-")
        }.joined(separator: " ")
    }
}
