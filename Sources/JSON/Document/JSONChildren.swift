/// The elements of an array or the values of an object's members, in order; nothing is copied.
public struct JSONChildren: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var position: Int
    private let end: Int
    /// How many words stand before each value: one for the name of a member.
    private let offset: Int

    init(_ node: JSONNode) {
        storage = node.storage
        position = node.index + 2
        end = node.isContainer ? node.next : position
        offset = node.tapeKind == .object ? 1 : 0
    }

    /// The next one.
    public mutating func next() -> JSONNode? {
        guard position < end else { return nil }
        let node = JSONNode(storage: storage, index: position + offset)
        position = node.next
        return node
    }
}
