/// A sheet of labels on the grid of plain text, as many beside and below one another as the label sheet has.
struct TextLabelGrid {
    let columns: Int
    let rows: Int

    /// Labels on a sheet.
    var count: Int { columns * rows }
    /// From one label to the next; the last column is left free.
    private var step: Int { (PlainTextPress.columns + 1) / columns }
    private var height: Int { PlainTextPress.rows / rows }

    /// Returns an address broken to a label's width; nil where it has more lines than a label.
    func lines(_ address: [TextLine], _ setter: TextSetter) -> [TextLine]? {
        let lines = address.flatMap { TextAddress.folded($0, width: step - 1, setter: setter) }
        return lines.count > height ? nil : lines
    }

    /// Puts an address on label `number`, counted from 0 along the rows.
    func put(_ lines: [TextLine], number: Int, on sheet: inout [TextLine]) {
        let top = number / columns * height + (lines.count < height ? 1 : 0)
        for (index, line) in lines.enumerated() {
            TextPage.put(line, row: top + index, column: number % columns * step, on: &sheet)
        }
    }
}
