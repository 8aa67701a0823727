/// Where a field's value is found while merging: which record of the open sections, and which slots from there.
struct SlotPath: Hashable, Sendable {
    /// 0 is the letter's own record; each open section adds one.
    var level: Int
    /// Empty: the record or the list's item itself.
    var slots: [Int]
}

/// A field that a template names, found in a catalogue.
struct FieldPath: Hashable, Sendable {
    var place: SlotPath
    var kind: FieldCatalogue.Kind
    /// Known where it is the same in every letter of the template.
    var constant: FieldValue?
    /// From the letter's record on: `client.animals.name`.
    var fullName: String
}

/// Values that are the same in every letter of a template, such as the house's: what is made of them is made once.
package struct FieldConstants: Sendable {
    /// By slot of the catalogue.
    let values: [Int: FieldValue]

    package static let none = FieldConstants(values: [:])
}

/// The records that a template may name fields of, at one place of it: the letter's, and those of the sections around.
struct FieldScope {
    private struct Level {
        var kind: FieldCatalogue.Kind
        /// Empty for the letter's own record.
        var fullName: String
        /// Which of the open records it is while merging; a constant is none.
        var runtime: Int
        /// The values of its slots that are constant, or its own value.
        var constants: [Int: FieldValue]
        var constant: FieldValue?
    }

    private var levels: [Level]

    init(_ catalogue: FieldCatalogue, constants: FieldConstants = .none) {
        levels = [Level(kind: .record(catalogue), fullName: "", runtime: 0, constants: constants.values)]
    }

    /// Returns the scope inside a section over `path`: its record, or an item of its list.
    func inside(_ path: FieldPath) -> FieldScope {
        var scope = self
        let last = levels[levels.count - 1].runtime
        let runtime = path.constant == nil ? last + 1 : last
        var kind = path.kind
        if case .list(let item) = kind { kind = item }
        scope.levels.append(
            Level(kind: kind, fullName: path.fullName, runtime: runtime, constants: [:], constant: path.constant))
        return scope
    }

    /// Whether a section over the field stands around: there it is never empty.
    func isInside(_ path: FieldPath) -> Bool {
        levels.dropFirst().contains { $0.fullName == path.fullName }
    }

    /// Looks a name up as Mustache does: its first part in the innermost record that has it, the rest from there.
    ///
    /// A name with a full stop of its own (a column of a list) is found whole first. Source: mustache(5), "Tags"; the
    /// specification's "Name resolution".
    func path(of name: String) -> FieldPath? {
        if name == "." { return Self.path(to: levels[levels.count - 1]) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for level in levels.reversed() {
            let start = Self.path(to: level)
            if let whole = Self.step(from: start, to: name, in: level) { return whole }
            if let first = Self.step(from: start, to: parts[0], in: level) {
                return parts.dropFirst().reduce(first as FieldPath?) { path, part in
                    path.flatMap { Self.step(from: $0, to: part) }
                }
            }
        }
        return nil
    }

    private static func path(to level: Level) -> FieldPath {
        FieldPath(
            place: SlotPath(level: level.runtime, slots: []), kind: level.kind, constant: level.constant,
            fullName: level.fullName)
    }

    private static func step(from path: FieldPath, to name: String, in level: Level? = nil) -> FieldPath? {
        guard case .record(let catalogue) = path.kind, let slot = catalogue.slot(of: name) else { return nil }
        var next = path
        next.place.slots.append(slot)
        next.kind = catalogue.fields[slot].kind
        next.constant = level?.constants[slot] ?? path.constant.map { $0.record?.value(at: [slot]) ?? .empty }
        next.fullName = path.fullName.isEmpty ? name : path.fullName + "." + name
        return next
    }

    /// Every name that a tag may say here, innermost first.
    var names: [String] {
        levels.reversed().flatMap { level -> [String] in
            guard case .record(let catalogue) = level.kind else { return [] }
            return catalogue.fields.map(\.name) + catalogue.listing.map(\.name)
        }
    }
}
