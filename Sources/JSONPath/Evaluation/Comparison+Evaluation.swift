extension Comparison {
    /// Whether it is true (RFC 9535, 2.3.5.2.2).
    func holds(in context: FilterContext) -> Bool {
        let left = left.value(in: context)
        let right = right.value(in: context)
        return switch `operator` {
        case .equal: left.isEqual(to: right)
        case .notEqual: !left.isEqual(to: right)
        case .less: left.isLess(than: right)
        case .lessOrEqual: left.isLess(than: right) || left.isEqual(to: right)
        case .greater: right.isLess(than: left)
        case .greaterOrEqual: right.isLess(than: left) || left.isEqual(to: right)
        }
    }
}
