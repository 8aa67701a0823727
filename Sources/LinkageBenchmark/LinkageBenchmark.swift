import Correspondence
import Foundation
import Linkage

/// Measures the duplicate finder on every list of a folder, or makes a list to measure it on.
@main
struct LinkageBenchmark {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "sets" where words.count >= 3:
            try Measurement.sets(in: words[1], maps: words[2], only: Array(words.dropFirst(3)))
        case "variants" where words.count == 3:
            try Measurement.variants(in: words[1], maps: words[2])
        case "generate" where words.count >= 5:
            var maker = ClientListMaker(seed: UInt64(words[2]) ?? 1, records: Int(words[1]) ?? 1000)
            try maker.write(records: Int(words[1]) ?? 1000, to: words[3], truth: words[4])
        default:
            print(
                """
                LinkageBenchmark sets DATA_FOLDER MAPS_FOLDER [SET…]   measure all sets and print one table
                LinkageBenchmark variants DATA_FOLDER MAPS_FOLDER      the same with columns or records taken away
                LinkageBenchmark generate RECORDS SEED OUT.csv TRUTH.csv   make a French client file
                """)
        }
    }
}
