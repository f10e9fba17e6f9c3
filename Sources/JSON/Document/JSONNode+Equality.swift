extension JSONNode {
    /// Whether two values are equal as RFC 9535, 2.3.5.2.2 has it: numbers by their value, objects whatever the order of
    /// their members; with duplicate names the last one counts.
    public func isEqual(to other: JSONNode) -> Bool {
        guard tapeKind == other.tapeKind else { return false }
        switch tapeKind {
        case .null, .true, .false: return true
        case .number: return rawEquals(other) || number == other.number
        case .string: return hasEscapes || other.hasEscapes ? string == other.string : rawEquals(other)
        case .array:
            guard count == other.count else { return false }
            return zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
        case .object: return hasSameMembers(as: other)
        }
    }

    private func hasSameMembers(as other: JSONNode) -> Bool {
        var mine: [String: JSONNode] = [:]
        for (name, value) in members { mine[name] = value }
        var theirs: [String: JSONNode] = [:]
        for (name, value) in other.members { theirs[name] = value }
        guard mine.count == theirs.count else { return false }
        return mine.allSatisfy { name, value in theirs[name].map { value.isEqual(to: $0) } ?? false }
    }

    private func rawEquals(_ other: JSONNode) -> Bool {
        length == other.length && rawBytes.elementsEqual(other.rawBytes)
    }
}
