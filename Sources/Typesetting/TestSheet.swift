package import Correspondence

/// A sheet to fold and to slide into an envelope before a mailing is printed: it shows the window, the folds and where an
/// address stands. Makers of envelopes differ by several millimetres.
package enum TestSheet {
    /// Returns a sheet as PostScript.
    ///
    /// - Parameters:
    ///   - geometry: One of ``Geometry/names``.
    ///   - language: Of its few words.
    package static func print(
        geometry name: String, language: Language, fonts: FontBook, options: PressOptions, to sink: any ByteSink
    ) throws(Problem) {
        let geometry = try Geometry.named(name)
        let press = PostScriptPress(fonts: fonts, options: options, sink: sink)
        press.drawsWindow = true
        let isFrench = language == .french
        for _ in 0..<geometry.labelsOnSheet {
            try press.put(letter(geometry: geometry, isFrench: isFrench, language: language))
        }
        try press.finish()
    }

    private static func letter(geometry: Geometry, isFrench: Bool, language: Language) -> Letter {
        let lines =
            isFrench
            ? [
                "MADAME CAMILLE EXEMPLE", "APPARTEMENT 12", "RESIDENCE LES PINS", "4 RUE DE L ESSAI", "LIEU DIT",
                "00000 VILLE",
            ]
            : ["MS CAMILLE EXAMPLE", "FLAT 12", "PINE HOUSE", "4 TRIAL STREET", "HAMLET", "00000 TOWN"]
        let text =
            isFrench
            ? "Imprimez cette feuille sans mise à l’échelle, pliez-la aux repères et glissez-la dans l’enveloppe. Le cadre est la zone "
                + "de l’adresse : tapotez l’enveloppe sur chaque bord, aucune lettre de l’adresse ne doit disparaître."
            : "Print this sheet without scaling, fold it at the marks and slide it into the envelope. The frame is the zone of the "
                + "address: tap the envelope on each edge, no letter of the address may disappear."
        return Letter(
            form: .init(number: -1), language: language, geometry: geometry.name,
            subject: Letter.Paragraph(runs: [Letter.Run(isFrench ? "Feuille d’essai" : "Test sheet")]),
            addressLines: lines, referenceLine: geometry.name,
            body: [.paragraph(Letter.Paragraph(runs: [Letter.Run(text)]))])
    }
}

extension Geometry {
    /// 1, or as many as fill a sheet of labels.
    var labelsOnSheet: Int {
        if case .labels(let columns, let rows, _, _, _) = kind { return columns * rows }
        return 1
    }
}
