import Correspondence

extension [Stay] {
    /// The stay that a letter of `day` is about: the next one, or else the last; never a cancelled one.
    ///
    /// - Precondition: In the order of arrival.
    func theOne(on day: CivilDate) -> Stay? {
        let stays = filter { $0.state != .cancelled }
        return stays.first { $0.departure >= day && $0.state != .left } ?? stays.last
    }
}
