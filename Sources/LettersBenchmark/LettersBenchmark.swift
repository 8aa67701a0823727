import Correspondence
import Glibc
import Typesetting

/// Typesets the same kind of letter many times and says how fast that went.
///
/// `LettersBenchmark LETTERS [FILE] [--pictures FOLDER] [--text]`, or `LettersBenchmark --one LANGUAGE` for a cold start.
@main
struct LettersBenchmark {
    static func main() throws(Problem) {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var folder: String?
        if let place = arguments.firstIndex(of: "--pictures"), place + 1 < arguments.count {
            folder = arguments[place + 1]
            arguments.removeSubrange(place...place + 1)
        }
        if arguments.first == "--one", arguments.count > 1 {
            try measureOne(Language(rawValue: arguments[1]))
            return
        }
        let isText = arguments.contains("--text")
        arguments.removeAll { $0 == "--text" }
        let count = arguments.first.flatMap { Int($0) } ?? 10_000
        if isText {
            writeFields(count)
        } else {
            try measure(count: count, file: arguments.dropFirst().first, pictures: folder)
        }
    }

    private static func measure(count: Int, file: String?, pictures: String?) throws(Problem) {
        let sink = CountingSink(file)
        var options = PressOptions(title: "benchmark", forWhom: "Camping des Pins")
        if let pictures { options.imageFolder = pictures }
        let start = cpuSeconds()
        let press = PostScriptPress(fonts: try FontBook(), options: options, sink: sink)
        var samples = SampleLetters()
        let first = SampleLetters.letter(samples.fields(number: 0), withPictures: pictures != nil)
        try press.put(first)
        let started = cpuSeconds()
        var making = 0.0
        var number = 1
        while number < count {
            // Made in small batches, so that the time to make them can be told from the time to set them.
            let before = cpuSeconds()
            let letters = (number..<min(number + 64, count)).map {
                SampleLetters.letter(samples.fields(number: $0), withPictures: pictures != nil)
            }
            making += cpuSeconds() - before
            for letter in letters { try press.put(letter) }
            number += letters.count
        }
        let typeset = cpuSeconds()
        let pages = try press.finish()
        let end = cpuSeconds()
        let work = end - started - making
        print("letters                 \(count) (\(pages) pages)")
        print("start-up, first letter  \(rounded((started - start) * 1000)) ms")
        print("making letters          \(rounded(making / Double(count) * 1e6)) µs a letter (not counted)")
        print("setting and writing     \(rounded(work / Double(count) * 1e6)) µs a letter")
        print("  of it at the end      \(rounded((end - typeset) * 1000)) ms")
        print("letters per CPU second  \(Int(Double(count) / work))")
        print("bytes                   \(sink.count), \(sink.count / count) a letter")
        print("memory at most          \(peakMemory()) kB")
    }

    /// The time from nothing to one whole file, in a language whose dictionary has to be read.
    private static func measureOne(_ language: Language) throws(Problem) {
        let start = cpuSeconds()
        let press = PostScriptPress(fonts: try FontBook(), sink: CountingSink(nil))
        var samples = SampleLetters()
        var letter = SampleLetters.letter(samples.fields(number: 1), withPictures: false)
        letter.language = language
        // A narrow measure would be needed to make sure of hyphens; a long word does as well.
        let words = String(repeating: "unvorstellbarkeiten lettergrepen anniversaires ", count: 30)
        letter.body.append(.paragraph(Letter.Paragraph(runs: [Letter.Run(words)])))
        try press.put(letter)
        try press.finish()
        print("\(language.rawValue)  \(rounded((cpuSeconds() - start) * 1000)) ms of CPU from cold to file")
    }

    /// The fields as lines for `groff.sh`.
    private static func writeFields(_ count: Int) {
        var samples = SampleLetters()
        for number in 0..<count {
            let f = samples.fields(number: number)
            print(
                [
                    String(f.number), f.civility, f.givenName, f.familyName, f.street, f.postcode, f.town, f.askedOn,
                    f.nights,
                    f.hasAnimal ? "1" : "0",
                ].joined(separator: "\t"))
        }
    }

    private static func rounded(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func peakMemory() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("VmHWM:") {
                return Int(text.split(separator: " ")[1]) ?? Int(
                    text.split(separator: "\t").last?.split(separator: " ").first ?? "0") ?? 0
            }
        }
        return 0
    }
}

/// Counts bytes and writes them to a file where one is named.
final class CountingSink: ByteSink {
    private(set) var count = 0
    private let file: UnsafeMutablePointer<FILE>?

    init(_ path: String?) {
        file = path.flatMap { fopen($0, "wb") }
    }

    deinit {
        if let file { fclose(file) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        count += bytes.count
        if let file { fwrite(bytes.baseAddress, 1, bytes.count, file) }
    }
}
