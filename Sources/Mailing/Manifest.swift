import Correspondence
import Fingerprints
import FoundationEssentials

/// What a run was made from and what it left, with the SHA-256 of each: `manifest.json`.
struct Manifest: Encodable {
    var mailing: String
    var date: String
    var run: String
    var document: String
    var counts: Counts
    /// What was read from the template folder: relative path and SHA-256.
    var templates: [String: String]
    /// Font files by name.
    var fonts: [String: String]
    /// Hyphenation dictionaries by name.
    var dictionaries: [String: String]
    /// What the run left beside this file.
    var files: [String: File]

    struct Counts: Encodable {
        var clients: Int
        var requests: Int
        var letters: Int
        var pages: Int
        var leftOut: Int
        var rejectedRows: Int
    }

    struct File: Encodable {
        var bytes: Int
        var sha256: String
    }
}

extension Manifest {
    init(
        of run: RunSummary, templates: [String: Fingerprint], fonts: [String: Fingerprint],
        dictionaries: [String: Fingerprint], files: [OutputTray.Finished]
    ) {
        mailing = run.mailing
        date = run.date.iso
        self.run = run.runName
        document = run.document
        counts = Counts(
            clients: run.clients, requests: run.requests, letters: run.letters, pages: run.pages,
            leftOut: run.setAside.total, rejectedRows: run.imported?.rejected ?? 0)
        self.templates = templates.mapValues(\.hex)
        self.fonts = fonts.mapValues(\.hex)
        self.dictionaries = dictionaries.mapValues(\.hex)
        self.files = Dictionary(
            uniqueKeysWithValues: files.map { ($0.name, File(bytes: $0.byteCount, sha256: $0.fingerprint.hex)) })
    }

    /// The manifest as JSON with sorted keys, so that equal runs leave equal bytes.
    var json: String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("a manifest holds texts and whole numbers only: \(error)")
        }
    }
}
