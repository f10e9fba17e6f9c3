internal import IRegexp

/// The groups of the filter `regex`.
enum RegexGroup {
    /// The error for a group that a pattern does not have.
    static func missing(_ group: Int, in pattern: IRegexp, at range: Range<Int>) -> TemplateError {
        let count = pattern.groupCount
        let has = count == 0 ? "no group" : count == 1 ? "one group" : "\(count) groups"
        return TemplateError(
            message: "there is no group \(group): the pattern has \(has)", hint: "0 is all that matched", range: range)
    }

    /// The part of a match that is wanted when no group is named: the first group that took part, else all of it.
    static func standard(of match: IRegexpMatch) -> Range<String.Index>? {
        match.groups.dropFirst().compactMap { $0 }.first ?? match.range
    }
}
