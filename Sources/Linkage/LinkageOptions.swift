/// What a caller may choose. Everything else is learned from the list.
package struct LinkageOptions: Sendable {
    /// The probability, 0 to 1, from which a pair is believed to be one client and groups are formed.
    package var threshold: Double
    /// How many threads work at once; the result does not depend on it.
    package var workers: Int
    /// A model kept from an earlier list, used as it is. Nil: a model is learned from this list.
    package var model: LinkageModel?
    /// Told now and then which stage is under way and how much of it is done, 0 to 1. May be called from any thread.
    package var progress: (@Sendable (LinkageStage, Double) -> Void)?

    package init(
        threshold: Double = 0.5, workers: Int = 2, model: LinkageModel? = nil,
        progress: (@Sendable (LinkageStage, Double) -> Void)? = nil
    ) {
        self.threshold = threshold
        self.workers = max(1, workers)
        self.model = model
        self.progress = progress
    }
}

/// What the duplicate finder is doing, in the order it does it.
package enum LinkageStage: String, CaseIterable, Hashable, Sendable {
    case reading, blocking, comparing, learning, grouping
}
