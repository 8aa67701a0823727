import Correspondence
import XML

extension TemplateCompiler {
    /// Compiles a table's rows. `thead` and `tbody` are looked through; rows of `thead` are heads.
    mutating func rows(
        _ pieces: [TemplatePiece], in scope: FieldScope, container: String, isHead: Bool, page: TemplatePage
    ) -> [TableRowNode] {
        var rows: [TableRowNode] = []
        for piece in pieces where !piece.isBlank {
            switch piece {
            case .section(let name, let isInverted, let tag, let page, let inside):
                guard let found = section(name, isInverted: isInverted, tag, page, in: scope) else { continue }
                let content = self.rows(inside, in: found.scope, container: container, isHead: isHead, page: page)
                switch found.use {
                case .asked(let node): rows.append(.section(node, content))
                case .always: rows += content
                case .never: break
                }
            case .element(let element, let page)
            where ["thead", "tbody"].contains(element.name) && container == "table":
                checkAttributes(of: element, page: page)
                let content = self.pieces(of: element.children, in: element.name, page: page)
                let head = element.name == "thead"
                rows += self.rows(content, in: scope, container: element.name, isHead: head, page: page)
            case .element(let element, let page) where element.name == "tr":
                if let row = row(element, in: scope, isHead: isHead, page: page) { rows.append(row) }
            default:
                reportLoose(piece, in: container, wanted: "tr", page: page)
            }
        }
        return rows
    }

    private mutating func row(
        _ element: XMLDocument.Element, in scope: FieldScope, isHead: Bool, page: TemplatePage
    ) -> TableRowNode? {
        checkAttributes(of: element, page: page)
        let rowClasses = classes(of: element, page: page)
        var cells: [CellNode] = []
        for piece in pieces(of: element.children, in: "tr", page: page) where !piece.isBlank {
            guard case .element(let cell, let page) = piece, ["td", "th"].contains(cell.name) else {
                reportCell(piece, page: page)
                continue
            }
            cells.append(self.cell(cell, rowClasses, in: scope, page: page))
        }
        guard !cells.isEmpty else { return nil }
        return .row(isHead: isHead || cells.allSatisfy(\.isHead), cells: cells)
    }

    private mutating func reportCell(_ piece: TemplatePiece, page: TemplatePage) {
        if case .section(let name, _, let tag, let page, _) = piece {
            report(page, tag.range, .sectionOfCells(name), remedy: .moveSection)
        } else {
            reportLoose(piece, in: "tr", wanted: "td", page: page)
        }
    }

    private mutating func cell(
        _ element: XMLDocument.Element, _ rowClasses: [String], in scope: FieldScope, page: TemplatePage
    ) -> CellNode {
        checkAttributes(of: element, page: page)
        let own = classes(of: element, page: page)
        let classes = own + rowClasses.filter { !own.contains($0) }
        let content = pieces(of: element.children, in: element.name, page: page)
        let paragraph = paragraph(content, in: scope, classes: classes, container: element.name)
        let empty = ParagraphNode(
            classes: classes, nodes: [], fixed: Letter.Paragraph(classes: classes, runs: [], key: newKey()))
        return CellNode(
            isHead: element.name == "th", columns: columns(of: element, page: page), content: paragraph ?? empty)
    }

    private mutating func columns(of element: XMLDocument.Element, page: TemplatePage) -> Int {
        guard let attribute = element.attributes.first(where: { $0.name == "colspan" }) else { return 1 }
        guard let number = Int(attribute.value), (1...100).contains(number) else {
            report(page, attribute.valueRange, .columns, remedy: .writeColumns)
            return 1
        }
        return number
    }
}

extension Wording {
    fileprivate static func sectionOfCells(_ name: String) -> Wording {
        Wording(
            en: "the section \"\(name)\" stands between the cells of a row.",
            fr: "la section «\u{A0}\(name)\u{A0}» se trouve entre les cellules d’une ligne.")
    }
    fileprivate static var moveSection: Wording {
        Wording(
            en: "Put it around the whole row, or inside one cell.",
            fr: "Placez-la autour de toute la ligne, ou dans une cellule.")
    }
    fileprivate static var columns: Wording {
        Wording(en: "a cell spans 1 to 100 columns.", fr: "une cellule s’étend sur 1 à 100 colonnes.")
    }
    fileprivate static var writeColumns: Wording {
        Wording(en: "Write a number such as colspan=\"2\".", fr: "Écrivez un nombre, par exemple colspan=\"2\".")
    }
}
