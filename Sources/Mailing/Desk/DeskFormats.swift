package import Correspondence
import Merging

/// How the desk's pages write amounts, numbers and days.
package struct DeskFormats: Sendable {
    private let language: MessageLanguage
    private let formats: LetterFormats

    package init(_ language: MessageLanguage) {
        self.language = language
        formats = LetterFormats(language == .french ? .french : .english)
    }

    package func money(_ amount: Money) -> String { formats.money(amount) }

    /// From thousandths: 1500 is "1.5".
    package func quantity(_ thousandths: Int64) -> String { formats.number(Double(thousandths) / 1000) }

    /// From hundredths of a percent: 550 is "5.5 %".
    package func rate(_ rate: Int64) -> String {
        formats.number(Double(rate) / 100) + (language == .french ? "\u{A0}%" : " %")
    }

    package func days(of stay: Stay) -> String { "\(day(stay.arrival)) – \(day(stay.departure))" }

    package func day(_ date: CivilDate) -> String { language == .french ? formats.short(date) : date.iso }
}
