internal import Diagnostics

/// The limits, which end the reading where they are exceeded.
extension TreeBuilder {
    mutating func count(_ size: Int, at place: SourceSpan) throws(LimitExceeded) {
        nodes += size
        guard nodes > Limits.nodes else { return }
        findings.unusable(
            .tooManyNodes, "more than 100,000 keys and values", at: place,
            label: "the limit is exceeded here", notes: ["an alias counts as all that it stands for"])
        throw LimitExceeded()
    }

    mutating func tooDeep(at place: SourceSpan) -> LimitExceeded {
        findings.unusable(
            .tooDeep, "lists and mappings are nested more than \(Limits.depth) deep", at: place,
            label: "the limit is exceeded here")
        return LimitExceeded()
    }
}
