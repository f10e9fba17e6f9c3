extension QueryParser {
    /// A query; `$` or `@` stands at the cursor.
    mutating func parseQuery() throws(JSONPathError) -> Query {
        let start = position
        let isRoot = at("$")
        position += 1
        var segments: [Segment] = []
        var latest = position
        while true {
            let end = position
            skipSpace()
            let segmentStart = position
            guard let segment = try parseSegment(ofQueryAt: start) else {
                position = end
                break
            }
            segments.append(segment)
            latest = segmentStart
        }
        try refuseStray(afterQueryAt: start, latestSegmentAt: latest)
        return Query(start: isRoot ? .root : .current, segments: segments, range: start..<position)
    }

    private mutating func parseSegment(ofQueryAt start: Int) throws(JSONPathError) -> Segment? {
        if at("[") { return Segment(isDescendant: false, selectors: try parseBrackets()) }
        let dot = position
        guard take(".") else { return nil }
        let isDescendant = take(".")
        if isDescendant, at("[") { return Segment(isDescendant: true, selectors: try parseBrackets()) }
        if take("*") { return Segment(isDescendant: isDescendant, selectors: [.wildcard]) }
        guard let first = next, Self.isNameFirst(first) else { throw missingName(afterDotAt: dot, ofQueryAt: start) }
        let name = position
        skip(while: Self.isNameCharacter)
        return Segment(isDescendant: isDescendant, selectors: [.singular(.name(text(name..<position)))])
    }
}
