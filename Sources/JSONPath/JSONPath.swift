public import JSON

/// A JSONPath query (RFC 9535): text that selects nodes of a JSON document.
///
/// With duplicate member names a name selects the last one, a wildcard all of them.
public struct JSONPath: Sendable {
    /// The query as it was written.
    public let text: String
    /// What RFC 9535 allows and is surely not meant: patterns that no text can match.
    public let warnings: [JSONPathWarning]

    private let query: Query

    /// Parses a query.
    ///
    /// - Throws: the first thing in the text that RFC 9535 does not allow; also a text of more than 64 KiB, or one that
    ///   is nested more than 64 levels deep.
    public init(_ text: String) throws(JSONPathError) {
        self.text = text
        (query, warnings) = try QueryParser.query(text)
    }

    /// Whether it selects at most one node whatever the document: a singular query (RFC 9535, 2.3.5.1).
    public var isSingular: Bool { query.isSingular }

    /// The first node that it selects.
    public func first(in node: JSONNode) -> JSONNode? {
        query.first(in: FilterContext(root: node, current: node))
    }

    /// The nodes that it selects.
    public func nodes(in node: JSONNode) -> [JSONNode] {
        Array(query.selection(in: FilterContext(root: node, current: node)))
    }

    /// Calls a function with each node as it is found.
    public func forEachNode(in node: JSONNode, _ body: (JSONNode) -> Void) {
        for found in query.selection(in: FilterContext(root: node, current: node)) { body(found) }
    }

    /// The nodes that it selects, each with its normalized path (RFC 9535, 2.7).
    public func locatedNodes(in node: JSONNode) -> [(path: String, node: JSONNode)] {
        let nodes = nodes(in: node)
        return Array(zip(PathFinder.paths(of: nodes, from: node), nodes))
    }

    /// What it gives as a value.
    ///
    /// A singular query gives the value that it selects, or nil; any other an array of all values, which may be empty.
    public func value(in node: JSONNode) -> JSONValue? {
        isSingular ? first(in: node)?.value : .array(nodes(in: node).map(\.value))
    }
}
