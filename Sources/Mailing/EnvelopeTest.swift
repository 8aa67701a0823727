package import Correspondence
import Typesetting

/// A sheet to fold and to try in an envelope before a mailing is printed.
package enum EnvelopeTest {
    /// The geometries that there are: windows, envelopes and labels.
    package static var geometries: [String] { Geometry.names }

    /// Writes the sheet to the file at `output`, which appears whole or not at all.
    ///
    /// The house's type is used where the template folder has a `house.yml`.
    ///
    /// - Parameters:
    ///   - geometry: One of ``geometries``.
    ///   - language: Of the sheet's few words.
    package static func write(
        geometry: String, language: MessageLanguage, templates: String, to output: String
    ) throws(Problem) {
        let path = "\(templates)/house.yml"
        let house = FileBytes.exists(path) ? try House(path: path) : nil
        let fonts =
            if let house {
                try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
            } else {
                try FontBook()
            }
        let file = try WholeFile(path: output)
        let title = language == .french ? "Feuille d’essai" : "Test sheet"
        try TestSheet.print(
            geometry: geometry, language: language == .french ? .french : .english, fonts: fonts,
            options: PressOptions(title: "\(title) \(geometry)", forWhom: house?.name ?? ""), to: file.sink)
        try file.publish()
    }
}
