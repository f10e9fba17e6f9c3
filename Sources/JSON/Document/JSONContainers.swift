/// An array or object and all arrays and objects in it, each before what it contains.
///
/// It is one pass over the tape without a stack: names and scalars are words of their own, and are passed over.
public struct JSONContainers: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var position: Int
    private let end: Int

    init(_ node: JSONNode) {
        storage = node.storage
        position = node.index
        end = node.isContainer ? node.next : position
    }

    /// The next one.
    public mutating func next() -> JSONNode? {
        while position < end {
            let node = JSONNode(storage: storage, index: position)
            if node.isContainer {
                position += 2
                return node
            }
            position += 1
        }
        return nil
    }
}
