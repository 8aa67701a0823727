import Foundation

/// log2 of the share of records that bear each name: as a family or a given name, with the pair itself or one record left out.
struct NameShares: Sendable {
    // What a list cannot tell by itself: the usual share of one name.
    private static let usualFamily = 1.0 / 3000
    private static let usualGiven = 1.0 / 500

    let sameFamily: Store<Float>
    let sameGiven: Store<Float>
    let nearFamily: Store<Float>
    let nearGiven: Store<Float>

    init(_ names: NameForms) {
        func logs(_ counts: [UInt32], _ total: Int, _ usual: Double, leaving: Double) -> Store<Float> {
            Store(counts.map { Float(log2(ChanceTable.share($0, leaving: leaving, of: total, usual: usual))) })
        }
        sameFamily = logs(names.familyCounts, names.familyTotal, Self.usualFamily, leaving: 2)
        sameGiven = logs(names.givenCounts, names.givenTotal, Self.usualGiven, leaving: 2)
        nearFamily = logs(names.familyCounts, names.familyTotal, Self.usualFamily, leaving: 1)
        nearGiven = logs(names.givenCounts, names.givenTotal, Self.usualGiven, leaving: 1)
    }

    func same(isGiven: Bool) -> Store<Float> { isGiven ? sameGiven : sameFamily }
    func near(isGiven: Bool) -> Store<Float> { isGiven ? nearGiven : nearFamily }
}

/// The columns of ``NameForms`` that comparing reads, where it reads them fastest.
struct NameColumns: Sendable {
    let letters: Store<UInt8>
    let ends: Store<UInt32>
    let joined: Store<UInt32>
    let core: Store<UInt32>
    let nickname: Store<UInt32>
    let isInitial: Store<Bool>
    let words: Store<UInt8>
    let sex: Store<UInt8>
    /// Codes of the list's main language, and the German ones.
    let sound: Store<UInt32>
    let digits: Store<UInt32>

    init(_ names: NameForms, main: Phonetics) {
        letters = Store(names.letters)
        ends = Store(names.letterEnds)
        joined = Store(names.joined)
        core = Store(names.core)
        nickname = Store(names.nickname)
        isInitial = Store(names.isInitial)
        words = Store(names.words)
        sex = Store(names.sex)
        sound = Store(names.codes[main.rawValue])
        digits = Store(names.codes[Phonetics.german.rawValue])
    }

    /// Whether a given name is one of those we know.
    @inline(__always)
    func isKnown(_ name: Int) -> Bool { name != 0 && nickname[name] >> 31 == 0 }

    @inline(__always)
    func text(_ name: Int) -> UnsafeBufferPointer<UInt8> {
        let start = name == 0 ? 0 : Int(ends.base[name - 1])
        return UnsafeBufferPointer(start: letters.base + start, count: Int(ends.base[name]) - start)
    }
}
