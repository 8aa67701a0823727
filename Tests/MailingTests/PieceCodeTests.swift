import Mailing
import Testing

@Suite struct `A piece code` {
    @Test(arguments: [(1, 1, "AAC-1"), (1, 173, "AAC-173"), (24, 9, "ACC-9"), (12_167, 5, "CAAA-5")])
    func `says the run and the letter's number in the pile`(run: Int, number: Int, beginning: String) {
        #expect(PieceCode(run: run, number: number).text.dropLast() == beginning)
    }

    @Test(arguments: [1, 22, 23, 500, 12_166, 12_167, 90_000], [1, 9, 10, 99, 2000, 123_456])
    func `is read back as it was written, in small letters and without its dash too`(run: Int, number: Int) throws {
        let code = PieceCode(run: run, number: number)
        #expect(PieceCode(typed: code.text) == code)
        #expect(PieceCode(typed: " \(code.text.lowercased()) ") == code)
        if run < 12_167 { #expect(PieceCode(typed: code.text.filter { $0 != "-" }) == code) }
    }

    @Test func `with one wrong sign is never taken for another`() {
        for code in Self.codes {
            let signs = Array(code.text)
            for place in signs.indices where signs[place] != "-" {
                for sign in "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ" where sign != signs[place] {
                    var wrong = signs
                    wrong[place] = sign
                    #expect(PieceCode(typed: String(wrong)) == nil, "\(code.text) read as \(String(wrong))")
                }
            }
        }
    }

    @Test func `with two neighbours swapped is refused`() {
        for code in Self.codes {
            let signs = Array(code.text.filter { $0 != "-" })
            for place in signs.indices.dropLast() where signs[place] != signs[place + 1] {
                var wrong = signs
                wrong.swapAt(place, place + 1)
                #expect(PieceCode(typed: String(wrong)) == nil, "\(code.text) read as \(String(wrong))")
            }
        }
    }

    static let codes = (1...40).map { PieceCode(run: $0 * 37, number: $0 * 13) }
}
