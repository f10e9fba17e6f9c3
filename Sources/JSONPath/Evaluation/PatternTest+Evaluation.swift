internal import IRegexp

extension PatternTest {
    /// Whether the text matches; false when either is no string or the pattern no I-Regexp.
    func holds(in context: FilterContext) -> Bool {
        guard let expression = expression(in: context), let text = text.value(in: context).string else { return false }
        return isWhole ? expression.matches(text) : expression.search(text)
    }

    private func expression(in context: FilterContext) -> IRegexp? {
        switch pattern {
        case .fixed(let expression): expression
        case .invalid: nil
        case .computed(let operand, let cache): operand.value(in: context).string.flatMap(cache.pattern)
        }
    }
}
