package import Correspondence

extension DuplicateReport {
    /// Writes the report into files; each appears whole or not at all.
    package func write(to files: ReportFiles) throws(Problem) {
        if let html = files.html { try put(self.html, into: html) }
        if let text = files.text { try put(self.text, into: text) }
        if let csv = files.csv {
            let file = try WholeFile(path: csv)
            try writeCSV(to: file.sink)
            try file.publish()
        }
        if let xml = files.xml {
            let memory = MemorySink()
            try writeXML(to: memory)
            try DuplicateSchema.validate(bytes: memory.bytes, place: .file(xml))
            try put(String(decoding: memory.bytes, as: UTF8.self), into: xml)
        }
    }

    private func put(_ text: String, into path: String) throws(Problem) {
        let file = try WholeFile(path: path)
        try file.sink.write(text)
        try file.publish()
    }
}

extension DuplicateReport {
    /// The state of the file in a sentence.
    package var brief: Wording {
        Wording(
            en: "\(state.clients) clients, \(state.groups) group\(state.groups == 1 ? "" : "s") of duplicates: "
                + "\(state.sureGroups) sure, \(state.groupsToCheck) to be checked.",
            fr: "\(state.clients) clients, \(state.groups) groupe\(state.groups < 2 ? "" : "s") de doublons\u{A0}: "
                + "\(state.sureGroups) sûr\(state.sureGroups < 2 ? "" : "s"), \(state.groupsToCheck) à vérifier.")
    }
}
