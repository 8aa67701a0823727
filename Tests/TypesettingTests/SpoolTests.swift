import Correspondence
import Testing

@testable import Typesetting

@Suite struct SpoolTests {
    @Test func `Pages come back in order, from memory and from the file`() throws {
        for blocks in [1, 40, 100] {
            let spool = Spool(folder: "/var/tmp")
            var expected: [UInt8] = []
            for block in 0..<blocks {
                for index in 0..<100_000 {
                    let byte = UInt8(truncatingIfNeeded: index &* 7 &+ block)
                    spool.bytes.append(byte)
                    expected.append(byte)
                }
                try spool.settle()
            }
            let sink = MemorySink()
            try spool.pour(into: sink)
            #expect(sink.bytes == expected)
        }
    }

    @Test func `A folder that cannot be written to is a problem`() throws {
        let spool = Spool(folder: "/no/such/folder")
        for _ in 0..<3_000_000 { spool.bytes.append(0) }
        let problem = #expect(throws: Problem.self) { try spool.settle() }
        #expect(
            problem?.text(in: .english) == """
                /no/such/folder: pages could not be kept here while the file was being made (No such file or directory).
                  -> Make room there, then run again. Nothing was written.
                """)
    }
}
