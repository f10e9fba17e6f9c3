/// An array slice (RFC 9535, 2.3.4).
struct Slice: Sendable, Hashable {
    var start: Int?
    var end: Int?
    var step = 1

    /// The places that it selects in an array of so many elements, in its order.
    func places(in count: Int) -> StrideTo<Int> {
        guard step != 0 else { return stride(from: 0, to: 0, by: 1) }
        let isForward = step > 0
        let bounds = isForward ? 0...count : -1...count - 1
        func place(_ index: Int?, else standard: Int) -> Int {
            guard let index else { return standard }
            let fromStart = index < 0 ? index + count : index
            return min(max(fromStart, bounds.lowerBound), bounds.upperBound)
        }
        let first = place(start, else: isForward ? bounds.lowerBound : bounds.upperBound)
        let bound = place(end, else: isForward ? bounds.upperBound : bounds.lowerBound)
        return stride(from: first, to: bound, by: step)
    }
}
