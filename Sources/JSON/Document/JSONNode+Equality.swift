extension JSONNode {
    /// Whether two values are equal as RFC 9535, 2.3.5.2.2 has it: numbers by their value, objects whatever the order of
    /// their members; with duplicate names the last one counts.
    ///
    /// Strings and names are equal when their Unicode scalars are.
    public func isEqual(to other: JSONNode) -> Bool {
        guard tapeKind == other.tapeKind else { return false }
        switch tapeKind {
        case .null, .true, .false: return true
        case .number: return rawEquals(other) || number == other.number
        case .string: return hasEscapes || other.hasEscapes ? decodedBytes == other.decodedBytes : rawEquals(other)
        case .array:
            guard count == other.count else { return false }
            return zip(elements, other.elements).allSatisfy { $0.isEqual(to: $1) }
        case .object: return hasSameMembers(as: other)
        }
    }

    private func hasSameMembers(as other: JSONNode) -> Bool {
        let mine = membersByName
        let theirs = other.membersByName
        guard mine.count == theirs.count else { return false }
        return mine.allSatisfy { name, value in theirs[name].map { value.isEqual(to: $0) } ?? false }
    }

    /// By the bytes of the names: Swift's strings are equal already when they are canonically equivalent.
    private var membersByName: [[UInt8]: JSONNode] {
        Dictionary(members.map { (Array($0.name.utf8), $0.value) }, uniquingKeysWith: { $1 })
    }

    private var decodedBytes: [UInt8] { Array((string ?? "").utf8) }

    private func rawEquals(_ other: JSONNode) -> Bool {
        length == other.length && rawBytes.elementsEqual(other.rawBytes)
    }
}
