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

    init(level: Int, slots: [Int], kind: FieldCatalogue.Kind) {
        place = SlotPath(level: level, slots: slots)
        self.kind = kind
    }
}

/// The records that a template may name fields of, at one place of it: the letter's, and those of the sections around.
struct FieldScope {
    private var levels: [FieldCatalogue.Kind]
    /// The full name of each level's field; the letter's own record has none.
    private var levelNames = [""]

    init(_ catalogue: FieldCatalogue) {
        levels = [.record(catalogue)]
    }

    /// - Parameter name: As the section's tag says it.
    func inside(_ kind: FieldCatalogue.Kind, named name: String) -> FieldScope {
        var scope = self
        scope.levels.append(kind)
        scope.levelNames.append(path(of: name).map { fullName(name, at: $0) } ?? name)
        return scope
    }

    /// Returns a field's name from the letter's record on: `name` in a section `client.animals` is `client.animals.name`.
    func fullName(_ name: String, at path: FieldPath) -> String {
        let outer = levelNames[path.place.level]
        if name == "." { return outer }
        return outer.isEmpty ? name : outer + "." + name
    }

    /// Looks a name up as Mustache does: its first part in the innermost record that has it, the rest from there.
    ///
    /// A name with a full stop of its own (a column of a list) is found whole first. Source: mustache(5), "Tags"; the
    /// specification's "Name resolution".
    func path(of name: String) -> FieldPath? {
        if name == "." { return FieldPath(level: levels.count - 1, slots: [], kind: levels[levels.count - 1]) }
        for level in levels.indices.reversed() {
            guard case .record(let catalogue) = levels[level] else { continue }
            if let slot = catalogue.slot(of: name) {
                return FieldPath(level: level, slots: [slot], kind: catalogue.fields[slot].kind)
            }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if let slot = catalogue.slot(of: parts[0]) {
                return Self.descend(
                    from: FieldPath(level: level, slots: [slot], kind: catalogue.fields[slot].kind), parts)
            }
        }
        return nil
    }

    private static func descend(from start: FieldPath, _ parts: [String]) -> FieldPath? {
        var path = start
        for part in parts.dropFirst() {
            guard case .record(let catalogue) = path.kind, let slot = catalogue.slot(of: part) else { return nil }
            path.place.slots.append(slot)
            path.kind = catalogue.fields[slot].kind
        }
        return path
    }

    /// Every name that a tag may say here, innermost first.
    var names: [String] {
        levels.reversed().flatMap { level -> [String] in
            guard case .record(let catalogue) = level else { return [] }
            return catalogue.fields.map(\.name) + catalogue.listing.map(\.name)
        }
    }
}
