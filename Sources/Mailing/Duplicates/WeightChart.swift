import Correspondence

/// The evidence on a pair as a small bar chart: to the right what speaks for one client, to the left what speaks against, in bits.
struct WeightChart {
    private let pair: DuplicateReport.Pair
    private let words: DuplicateWords

    // In units of the picture, which the page scales.
    private static let labelWidth = 330.0
    private static let halfWidth = 150.0
    private static let rowHeight = 17.0
    private static let width = labelWidth + 2 * halfWidth + 60
    /// Longer bars are cut off; their figure stands beside them.
    private static let mostBits = 15.0
    /// In characters.
    private static let longestLabel = 54

    init(_ pair: DuplicateReport.Pair, words: DuplicateWords) {
        self.pair = pair
        self.words = words
    }

    var svg: String {
        // What says nothing gets no bar.
        let telling = pair.evidence.filter { abs($0.weight.bits) >= 0.05 }
        let height = Double(telling.count + 1) * Self.rowHeight + 4
        let rows = telling.enumerated().map { row($0.offset, $0.element) }
        let axis = Self.labelWidth + 30 + Self.halfWidth
        let label = Markup.escaped(words.say("Weights of the evidence, in bits", "Poids des indices, en bits"))
        return """
            <svg viewBox="0 0 \(Int(Self.width)) \(Int(height))" width="\(Int(Self.width))" height="\(Int(height))" role="img" aria-label="\(label)" font-size="12" font-family="Georgia, 'Liberation Serif', serif">
            <line x1="\(axis)" y1="0" x2="\(axis)" y2="\(height - Self.rowHeight - 4)" stroke="#222"/>
            \(rows.joined(separator: "\n"))
            \(sum(below: telling.count))
            </svg>
            """
    }

    private func row(_ place: Int, _ evidence: Evidence) -> String {
        let top = Double(place) * Self.rowHeight
        let axis = Self.labelWidth + 30 + Self.halfWidth
        let bits = evidence.weight.bits
        let length = min(abs(bits), Self.mostBits) / Self.mostBits * (Self.halfWidth - 10)
        let left = bits < 0 ? axis - length : axis
        let colour = bits < 0 ? "#b3402e" : "#2f7d4f"
        let text = Markup.escaped(Self.fitted(words.phrase(evidence)))
        let figure = words.bits(evidence.weight)
        let figurePlace = bits < 0 ? axis - length - 4 : axis + length + 4
        return """
            <text x="\(Self.labelWidth)" y="\(top + 12)" text-anchor="end">\(text)</text>
            <rect x="\(Self.short(left))" y="\(top + 3)" width="\(Self.short(length))" height="11" fill="\(colour)"/>
            <text x="\(Self.short(figurePlace))" y="\(top + 12)" font-size="10"\(bits < 0 ? " text-anchor=\"end\"" : "")>\(figure)</text>
            """
    }

    private func sum(below rows: Int) -> String {
        let bottom = Double(rows) * Self.rowHeight + 12
        let axis = Self.labelWidth + 30 + Self.halfWidth
        let label = words.say("together", "ensemble")
        return """
            <text x="\(Self.labelWidth)" y="\(bottom)" text-anchor="end" font-weight="bold">\(label)</text>
            <text x="\(axis)" y="\(bottom)" text-anchor="middle" font-weight="bold">\(words.bits(pair.found.weight)) bits</text>
            """
    }

    /// The whole phrase stands in the caption.
    private static func fitted(_ phrase: String) -> String {
        phrase.count > longestLabel ? phrase.prefix(longestLabel - 1) + "…" : phrase
    }

    /// Two decimals, so that the same report has the same bytes everywhere.
    private static func short(_ number: Double) -> String {
        String((number * 100).rounded() / 100)
    }
}
