/// The members of an object, in order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var position: Int
    private let end: Int

    init(_ node: JSONNode) {
        storage = node.storage
        position = node.index + 2
        end = node.tapeKind == .object ? node.next : position
    }

    /// The next member.
    public mutating func next() -> (name: String, value: JSONNode)? {
        guard position < end else { return nil }
        let name = JSONNode(storage: storage, index: position)
        let value = JSONNode(storage: storage, index: position + 1)
        position = value.next
        return (name.string ?? "", value)
    }
}
