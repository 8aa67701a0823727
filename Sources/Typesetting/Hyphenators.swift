import Correspondence
import Glibc

/// Hyphenation by language, each dictionary read at the first word that asks for it.
final class Hyphenators {
    private let shelf: HyphenationShelf
    private var patterns: [Language: HyphenationPatterns?] = [:]

    init(folder: String) {
        shelf = HyphenationShelf(folder: folder)
    }

    /// Returns the offsets, in bytes, at which a hyphen may break `word`.
    ///
    /// ```
    /// offsets(in: "anniversaire", language: .french)   // an-ni-ver-saire: 2, 4, 7
    /// ```
    ///
    /// Names are left whole: a word that begins with a capital, except in German, where every noun does. So are words
    /// with digits or signs, such as addresses on the Internet. An apostrophe begins a new word.
    func offsets(in word: UnsafeBufferPointer<UInt8>, language: Language) -> [Int] {
        guard word.count >= 4, let patterns = patterns(for: language) else { return [] }
        var found: [Int] = []
        for stretch in stretches(of: String(decoding: word, as: UTF8.self)) {
            found += offsets(in: stretch, patterns: patterns, language: language)
        }
        return found
    }

    /// A letter with its place in the word.
    private struct Letter {
        var scalar: Unicode.Scalar
        var offset: Int
    }

    private func stretches(of word: String) -> [[Letter]] {
        var stretches: [[Letter]] = []
        var current: [Letter] = []
        var offset = 0
        for scalar in word.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                current.append(Letter(scalar: scalar, offset: offset))
            } else if scalar.properties.numericType != nil
                || "@/_.:".unicodeScalars.contains(scalar) && !current.isEmpty
                    && offset + 1 < word.utf8.count && scalar != ":"
            {
                return []
            } else if !current.isEmpty {
                stretches.append(current)
                current = []
            }
            offset += UTF8.width(scalar)
        }
        return current.isEmpty ? stretches : stretches + [current]
    }

    private func offsets(in letters: [Letter], patterns: HyphenationPatterns, language: Language) -> [Int] {
        let minimum = minimum(for: language, patterns: patterns)
        guard letters.count >= minimum.left + minimum.right, isCommon(letters, language: language) else { return [] }
        var bytes: [UInt8] = []
        var owners: [Int] = []
        for (number, letter) in letters.enumerated() {
            let lower = Hyphenators.lowercased(letter.scalar)
            if patterns.isLatin1 {
                guard lower.value < 256 else { return [] }
                bytes.append(UInt8(lower.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(lower).unsafelyUnwrapped)
            }
            while owners.count < bytes.count { owners.append(number) }
        }
        return patterns.breaks(in: bytes).compactMap { place in
            let number = owners[place]
            guard owners[place - 1] != number, number >= minimum.left, letters.count - number >= minimum.right
            else { return nil }
            return letters[number].offset
        }
    }

    private func isCommon(_ letters: [Letter], language: Language) -> Bool {
        guard letters[0].scalar.properties.isUppercase else { return true }
        return language == .german && !letters[1].scalar.properties.isUppercase
    }

    /// What the file says, and at least what the language's printers hold to.
    private func minimum(for language: Language, patterns: HyphenationPatterns) -> (left: Int, right: Int) {
        let right = language == .french || language == .english ? 3 : 2
        return (max(patterns.leftMinimum, 2), max(patterns.rightMinimum, right))
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return scalar.value >= 65 && scalar.value <= 90
                ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first.unsafelyUnwrapped : scalar
    }

    // MARK: Dictionaries

    private func patterns(for language: Language) -> HyphenationPatterns? {
        if let known = patterns[language] { return known }
        var read: HyphenationPatterns?
        // What is missing or damaged is said by the shelf, once for the whole file.
        if case .dictionary(_, let bytes) = shelf.find(language) { read = HyphenationPatterns(file: bytes) }
        patterns[language] = .some(read)
        return read
    }
}

/// Returns a file's bytes, or nil where it cannot be read.
func fileBytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size >= 0, size <= 1 << 30, fseek(file, 0, SEEK_SET) == 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = size == 0 ? 0 : fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
}
