import Correspondence

/// Measures addresses in type: whether a letter's address stays in its window.
final class AddressRuler {
    private let layout: Layout

    init(fonts: FontBook, options: PressOptions) {
        layout = Layout(book: fonts, options: options)
    }

    /// How an address stands in its window.
    struct Fit {
        /// Whether all its ink stays inside.
        var stays: Bool
        /// Whether a line has more than 38 characters or had to be set smaller.
        var hasLongLine: Bool
    }

    func fit(of letter: Letter, in geometry: Geometry) -> Fit {
        layout.begin(letter)
        let stays = layout.setAddress(
            letter.addressLines, in: geometry.window, growth: geometry.growth, isCentred: geometry.isSheetOfLabels)
        return Fit(stays: stays, hasLongLine: layout.warnings & (2 | 32) != 0)
    }
}
