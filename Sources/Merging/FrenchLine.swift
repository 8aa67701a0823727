/// Gives the words of a paragraph the spaces of French, each text with what stands beside it in other elements and fields.
struct FrenchLine {
    /// The first and the last sign of each text, value and line break, in the order of the page. At both ends of a section,
    /// which may be printed or not, a line may end for all that is known.
    private var edges: [(first: Unicode.Scalar?, last: Unicode.Scalar?)] = []
    private var next = 0

    /// - Parameter respell: Returns a text written anew for its place.
    static func spaced(
        _ nodes: [InlineNode], respell: (Literal, FrenchSpaces.Surroundings) -> Literal
    ) -> [InlineNode] {
        var line = FrenchLine()
        line.note(nodes)
        return line.spaced(nodes, respell)
    }

    private mutating func note(_ nodes: [InlineNode]) {
        for node in nodes {
            switch node {
            case .literal(let literal):
                if let first = literal.edge(\.first), let last = literal.edge(\.last) { edges.append((first, last)) }
            case .lineBreak: edges.append(("\n", "\n"))
            case .field, .constant(.some): edges.append((FrenchSpaces.value, FrenchSpaces.value))
            case .constant(nil): break
            case .section(_, let inside):
                edges.append((nil, edges.last?.last))
                note(inside)
                edges.append((nil, edges.last?.last))
            }
        }
    }

    private mutating func spaced(
        _ nodes: [InlineNode], _ respell: (Literal, FrenchSpaces.Surroundings) -> Literal
    ) -> [InlineNode] {
        var spaced: [InlineNode] = []
        for node in nodes {
            switch node {
            case .literal(let literal):
                guard literal.edge(\.first) != nil else { break }
                let place = FrenchSpaces.Surroundings(
                    before: next > 0 ? edges[next - 1].last : nil,
                    after: next + 1 < edges.count ? edges[next + 1].first : nil)
                next += 1
                spaced.append(.literal(respell(literal, place)))
                continue
            case .lineBreak, .field, .constant(.some): next += 1
            case .constant(nil): break
            case .section(let section, let inside):
                next += 1
                defer { next += 1 }
                spaced.append(.section(section, self.spaced(inside, respell)))
                continue
            }
            spaced.append(node)
        }
        return spaced
    }
}

extension Literal {
    /// A sign at one end, white space being a space.
    fileprivate func edge(_ end: KeyPath<String.UnicodeScalarView, Unicode.Scalar?>) -> Unicode.Scalar? {
        raw.unicodeScalars[keyPath: end].map { Self.isCollapsible($0) ? " " : $0 }
    }
}
