import JSON

/// Collects what goes to stdout, and writes it in large pieces.
struct BufferedOutput {
    private static let limit = 64 << 10
    private var bytes: [UInt8] = []

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.limit { flush() }
    }

    /// Appends a node and a line break.
    mutating func append(_ node: JSONNode, after prefix: String = "") {
        bytes.append(contentsOf: prefix.utf8)
        node.write(to: &bytes)
        append("\n")
    }

    mutating func flush() {
        StandardOutput.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
