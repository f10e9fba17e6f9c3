import JSON

extension JSONNode {
    /// The value of a JSON text.
    init(_ text: String) throws {
        self = try JSONDocument(Array(text.utf8)).root
    }
}
