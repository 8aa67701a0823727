import Correspondence

/// How a command speaks: in which language, and whether at all.
struct Voice {
    var language: MessageLanguage
    var quiet: Bool
    var json: Bool

    /// Prints a result for a person, unless `--quiet` or `--json` asks for silence.
    func say(_ wording: Wording) {
        if !quiet && !json { print(wording.text(in: language)) }
    }

    /// Prints what went wrong with a part of the work, also under `--quiet`.
    func fault(_ problem: Problem) {
        StandardError.print(problem.text(in: language))
    }

    /// Prints something to know that stops nothing, on standard error.
    func note(_ problem: Problem) {
        if !quiet { StandardError.print(problem.text(in: language)) }
    }
}
