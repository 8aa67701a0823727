import Correspondence
import Foundation
import Typesetting

/// Letters that the tests of this room set.
enum Samples {
    static let lorem = """
        Notre camping s’étend sur quatre hectares de pinède, à deux cents mètres de la plage, et n’accueille pas plus de \
        cent vingt familles à la fois. Les emplacements sont ombragés, séparés par des haies et raccordés à l’eau comme à \
        l’électricité ; les sanitaires ont été entièrement refaits l’hiver dernier.
        """

    static func paragraph(_ text: String, classes: [String] = [], key: Int? = nil) -> Letter.Block {
        .paragraph(Letter.Paragraph(classes: classes, runs: [Letter.Run(text, key: key.map { $0 * 100 })], key: key))
    }

    static func letter(
        name: String = "Madame Zdeňka Dvořák", geometry: String = "nf", body: [Letter.Block]? = nil,
        address: [String]? = nil, code: String = "A7F3"
    ) -> Letter {
        Letter(
            client: 4711, form: .init(number: 1), language: .french, geometry: geometry,
            subject: Letter.Paragraph(runs: [Letter.Run("Votre demande de documentation")]),
            addressLines: address ?? [name, "12 RUE DES LILAS", "35400 SAINT MALO"],
            placeAndDate: "Saint-Malo, le 24 novembre 2026", referenceLine: "Notre référence : 4711", pieceCode: code,
            body: body ?? [paragraph("\(name),", classes: ["salutation"]), paragraph(lorem), paragraph("La direction")])
    }

    /// Prints letters to memory.
    static func print(_ letters: [Letter], options: PressOptions = PressOptions()) throws -> (
        bytes: [UInt8], printed: [Printed]
    ) {
        let sink = MemorySink()
        let press = PostScriptPress(fonts: try FontBook(), options: options, sink: sink)
        let printed = try letters.map { try press.put($0) }
        try press.finish()
        return (sink.bytes, printed)
    }

    static func plain(
        _ letters: [Letter], encoding: PlainTextPress.Encoding = .utf8
    ) throws -> (bytes: [UInt8], printed: [Printed]) {
        let sink = MemorySink()
        let press = PlainTextPress(fonts: try FontBook(), encoding: encoding, sink: sink)
        let printed = try letters.map { try press.put($0) }
        try press.finish()
        return (sink.bytes, printed)
    }
}

/// A program run by a test.
struct Tool {
    var output: String
    var errors: String
    var status: Int32

    /// Runs a program on bytes that are kept in a file of their own; `FILE` in the arguments stands for it.
    static func run(_ arguments: [String], on bytes: [UInt8] = [], keeping name: String = "x.ps") throws -> Tool {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publipost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        let errors = folder.appendingPathComponent("errors")
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments.map { $0.replacingOccurrences(of: "FILE", with: file.path) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Tool(
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: process.terminationStatus)
    }

    private static let ghostscript = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sSUBSTFONT="]

    /// What Ghostscript counts, after it interpreted every page.
    static func pageCount(_ bytes: [UInt8]) throws -> Tool {
        try run(
            ghostscript + [
                "-sDEVICE=nullpage", "FILE", "-c",
                "count 0 ne {(left on stack) = 1 .quit} if currentpagedevice /PageCount get =",
            ], on: bytes)
    }

    /// The words of every page, as Ghostscript reads them back.
    static func words(_ bytes: [UInt8]) throws -> String {
        try run(ghostscript + ["-sDEVICE=txtwrite", "-sOutputFile=-", "FILE"], on: bytes).output
    }
}
