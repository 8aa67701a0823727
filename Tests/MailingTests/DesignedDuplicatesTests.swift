import Correspondence
import Filing
import Foundation
import Mailing
import Testing

/// The sample client file has duplicates of every kind an office knows, and look-alikes that are none.
@Suite(.serialized) struct `The designed duplicates of the sample` {
    private struct Designed: Hashable {
        var one: String
        var other: String
        var kind: String
        var expected: String
    }

    private struct Sample {
        var office: CleanUpOffice
        var report: DuplicateReport
    }

    private static func designed() throws -> [Designed] {
        let file = CleanUpOffice.package.appending(path: "Tests/Fixtures/designed-duplicates.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", maxSplits: 4).map(String.init)
            return Designed(one: cells[0], other: cells[1], kind: cells[2], expected: cells[3])
        }
    }

    private func sample() throws -> Sample {
        let office = try CleanUpOffice()
        try office.takeSample()
        return Sample(office: office, report: try office.desk.report(in: .english, limit: .max))
    }

    @Test func `are all found or to be checked, and no look-alike is sure`() throws {
        let designed = try Self.designed()
        #expect(designed.count { $0.expected == "same" } == 60 && designed.count { $0.expected == "different" } == 18)
        let sample = try sample()
        let file = sample.office.file
        func numbers(_ pair: Designed) throws -> [Client.Number] {
            try [pair.one, pair.other].map { try file.client(reference: $0).client.number ?? 0 }.sorted()
        }
        for pair in designed {
            let members = try numbers(pair)
            let group = sample.report.groups.first { Set(members).isSubset(of: $0.found.members) }
            let isSure = group?.found.sureParts.contains { Set(members).isSubset(of: $0) } ?? false
            if pair.expected == "same" {
                #expect(group != nil, "\(pair.one), \(pair.other) (\(pair.kind)) is not found")
            }
            if pair.expected == "different" {
                #expect(!isSure, "\(pair.one), \(pair.other) (\(pair.kind)) would be merged unattended")
            }
        }
    }

    @Test func `are merged unattended without a look-alike among them, and come back whole`() throws {
        let office = try CleanUpOffice()
        try office.takeSample()
        let before = try office.content()
        let answer = try office.desk.mergeAutomatically()
        #expect(!answer.merges.isEmpty)
        for pair in try Self.designed() where pair.expected == "different" {
            let (one, other) = (
                try office.file.client(reference: pair.one), try office.file.client(reference: pair.other)
            )
            #expect(one.client.number != other.client.number, "\(pair.one), \(pair.other) (\(pair.kind)) were merged")
        }
        #expect(try office.desk.mergeAutomatically().merges == [])
        for merge in answer.merges.reversed() { _ = try office.desk.undo(merge.number) }
        #expect(try office.content() == before)
        #expect(try office.desk.mergeAutomatically().merges == [], "an undone merge is made again")
    }
}
