import Correspondence
import XML

extension DuplicateReport {
    /// Writes the report as ``DuplicateSchema`` describes it.
    func writeXML(to sink: any ByteSink) throws(Problem) {
        let writer = try XMLWriter(to: sink)
        try writer.open("duplicates", ["version": "1", "date": day.iso, "language": language.rawValue])
        try writeState(to: writer)
        for group in groups { try write(group, to: writer) }
        for pair in settled {
            try writer.element("settled", ["one": String(pair.one), "other": String(pair.other)], "")
        }
        try writer.finish()
    }

    private func writeState(to writer: XMLWriter) throws(Problem) {
        try writer.open(
            "state",
            [
                "clients": String(state.clients), "groups": String(state.groups), "sure": String(state.sureGroups),
                "check": String(state.groupsToCheck), "spare-records": String(state.spareRecords),
                "letters-saved": Self.figure(state.lettersSaved, decimals: 2),
                "postage": Self.figure(Double(state.postage.amount.cents) / 100, decimals: 2),
                "postage-saved": Self.figure(Double(state.postageSaved.cents) / 100, decimals: 2),
            ])
        for origin in state.origins {
            try writer.element(
                "origin", ["records": String(origin.records), "duplicates": String(origin.duplicates)], origin.name)
        }
        try writer.close()
    }

    private func write(_ group: Group, to writer: XMLWriter) throws(Problem) {
        try writer.open(
            "group",
            [
                "code": group.found.code.text, "answer": group.found.likeness.rawValue,
                "probability": Self.figure(group.found.probability, decimals: 4),
                "letters-saved": Self.figure(group.lettersSaved, decimals: 2),
            ])
        for record in group.records {
            try writer.open(
                "client",
                [
                    "number": String(record.number), "letters-a-year": String(record.lettersAYear),
                    "last-stay": record.lastStay?.iso, "objected": record.hasObjected ? "true" : nil,
                    "mail-returned-on": record.mailReturnedOn?.iso,
                ])
            for field in group.fields { try write(field, of: record.client, from: nil, to: writer) }
            try writer.close()
        }
        for pair in group.pairs { try write(pair, to: writer) }
        try writer.open("kept", ["number": String(group.kept.survivor)])
        for field in group.fields {
            try write(field, of: group.kept.client, from: group.kept.sources[field], to: writer)
        }
        try writer.close()
        try writer.element("verdict", words.verdict(on: group))
        try writer.close()
    }

    private func write(
        _ field: ClientField, of client: Client, from source: Client.Number?, to writer: XMLWriter
    ) throws(Problem) {
        let text = client.text(of: field)
        guard !text.isEmpty else { return }
        try writer.element("field", ["name": field.name, "from": source.map { String($0) }], text)
    }

    private func write(_ pair: Pair, to writer: XMLWriter) throws(Problem) {
        try writer.open(
            "pair",
            [
                "one": String(pair.found.one), "other": String(pair.found.other),
                "answer": pair.found.likeness.rawValue,
                "probability": Self.figure(pair.found.probability, decimals: 4),
                "bits": Self.figure(pair.found.weight.bits, decimals: 2),
            ])
        for evidence in pair.evidence {
            try writer.element(
                "evidence",
                ["about": words.subject(of: evidence), "bits": Self.figure(evidence.weight.bits, decimals: 2)],
                evidence.level.text(in: language))
        }
        try writer.close()
    }
}
