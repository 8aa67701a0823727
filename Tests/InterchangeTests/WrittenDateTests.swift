import Correspondence
import Interchange
import Testing

@Suite("Days as they are written") struct WrittenDateTests {
    @Test func `every day of two centuries reads in every spelling, and as no other day`() throws {
        let first = try #require(CivilDate(iso: "1900-01-01")).dayNumber
        let last = try #require(CivilDate(iso: "2100-12-31")).dayNumber
        for number in stride(from: first, through: last, by: 11) {
            let date = CivilDate(dayNumber: number)
            let (year, month, day) = date.parts
            let (mm, dd) = (month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)")
            let spellings = [
                "\(year)-\(mm)-\(dd)", "\(year)/\(mm)/\(dd)", "\(dd)/\(mm)/\(year)", "\(dd).\(mm).\(year)",
                "\(dd)-\(mm)-\(year)", "\(day)/\(month)/\(year)", "\(day).\(month).\(year)", "\(year)\(mm)\(dd)",
                "\(year)-\(mm)-\(dd)T12:30:00Z", "\(year)-\(mm)-\(dd) 00:00:00", "\(dd)/\(mm)/\(year) 08:15",
            ]
            for spelling in spellings { #expect(WrittenValue.date(spelling) == date, "\(spelling)") }
        }
    }

    @Test func `a leap day is a day in leap years only`() {
        for year in 1896...2104 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for spelling in ["29/02/\(year)", "\(year)-02-29", "\(year)0229"] {
                #expect(WrittenValue.date(spelling)?.iso == (isLeap ? "\(year)-02-29" : nil), "\(spelling)")
            }
        }
    }

    @Test(arguments: [
        "31/04/2026", "00/05/2026", "12/00/2026", "13/13/2026", "32/01/2026", "2026-02-30", "2026-13-01", "20260231",
        "14/07/26", "14 juillet 2026", "July 14, 2026", "07/14/2026", "14/07", "2026", "14/07/2026 soon", "1/2/3", "",
        "14-07/2026", "٠١/٠٢/٢٠٢٦", "-1/02/2026",
    ])
    func `what is no day, or may be two, is none: it is never changed into one`(written: String) {
        #expect(WrittenValue.date(written) == nil)
    }
}
