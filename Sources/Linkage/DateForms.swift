/// Dates of birth as one number: year × 512 + month × 32 + day. 0 is missing; month and day 0 are not known.
enum DateForms {
    /// In which order a column writes day and month where both are numbers.
    enum Order: String, Sendable, Codable { case dayFirst, monthFirst }

    static func packed(year: Int, month: Int, day: Int) -> UInt32 { UInt32(year << 9 | month << 5 | day) }
    @inline(__always) static func year(_ date: UInt32) -> Int { Int(date >> 9) }
    @inline(__always) static func month(_ date: UInt32) -> Int { Int(date >> 5 & 15) }
    @inline(__always) static func day(_ date: UInt32) -> Int { Int(date & 31) }

    /// Reads `yyyy-mm-dd`, `yyyy/mm/dd`, `yyyymmdd`, `dd/mm/yyyy`, `mm/dd/yyyy`, a two-digit year last, or a year alone.
    ///
    /// - Returns: 0 where the text is no date. A date whose month cannot be one is read with day and month exchanged.
    static func date(_ text: UnsafeBufferPointer<UInt8>, _ order: Order) -> UInt32 {
        guard let (numbers, digits) = numbers(text) else { return 0 }
        switch numbers.count {
        case 1 where digits[0] == 8: return date(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100)
        case 1 where digits[0] == 4: return plausible(numbers[0]) ? packed(year: numbers[0], month: 0, day: 0) : 0
        case 3 where digits[0] == 4: return date(numbers[0], numbers[1], numbers[2])
        case 3 where digits[2] == 4 || digits[2] == 2:
            let year = digits[2] == 4 ? numbers[2] : numbers[2] + (numbers[2] > 25 ? 1900 : 2000)
            return order == .dayFirst ? date(year, numbers[1], numbers[0]) : date(year, numbers[0], numbers[1])
        default: return 0
        }
    }

    /// The order in which the values of a column are dates: day first, unless more of them are dates only with the month first.
    static func order(among values: Pool) -> Order {
        var (dayFirst, monthFirst) = (0, 0)
        values.bytes.withUnsafeBufferPointer { bytes in
            for number in 1..<max(values.count, 2) where number < values.count {
                guard let (numbers, digits) = numbers(UnsafeBufferPointer(rebasing: bytes[values.range(number)])),
                    numbers.count == 3, digits[0] <= 2
                else { continue }
                if numbers[0] > 12 { dayFirst += 1 }
                if numbers[1] > 12 { monthFirst += 1 }
            }
        }
        return monthFirst > dayFirst ? .monthFirst : .dayFirst
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> UInt32 {
        guard plausible(year), month <= 31, day <= 31, month <= 12 || day <= 12 else { return 0 }
        return month <= 12 ? packed(year: year, month: month, day: day) : packed(year: year, month: day, day: month)
    }

    private static func plausible(_ year: Int) -> Bool { year >= 1800 && year <= 2100 }

    /// Up to three runs of digits and their lengths; nil where there are more, or letters.
    private static func numbers(_ text: UnsafeBufferPointer<UInt8>) -> ([Int], [Int])? {
        var (numbers, digits): ([Int], [Int]) = ([], [])
        var inNumber = false
        for letter in text {
            if letter >= byte("0"), letter <= byte("9") {
                if !inNumber {
                    numbers.append(0)
                    digits.append(0)
                }
                inNumber = true
                if digits[digits.count - 1] > 8 { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(letter - byte("0"))
                digits[digits.count - 1] += 1
            } else {
                // A time of day may follow: what comes after a letter or a colon is not read.
                if letter == byte("T") || letter == byte(":") { break }
                inNumber = false
                if numbers.count == 3 { break }
            }
        }
        return numbers.isEmpty || numbers.count > 3 ? nil : (numbers, digits)
    }
}
