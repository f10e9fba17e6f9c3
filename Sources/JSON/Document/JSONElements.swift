/// The elements of an array, in order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var position: Int
    private let end: Int

    init(_ node: JSONNode) {
        storage = node.storage
        position = node.index + 2
        end = node.tapeKind == .array ? node.next : position
    }

    /// The next element.
    public mutating func next() -> JSONNode? {
        guard position < end else { return nil }
        let node = JSONNode(storage: storage, index: position)
        position = node.next
        return node
    }
}
