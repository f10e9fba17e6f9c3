import JSON
import JSONPath

/// The root of a document.
func document(_ text: String) throws -> JSONNode {
    try JSONDocument(Array(text.utf8)).root
}

/// What a query selects, each value as compact JSON.
func select(_ path: String, in text: String) throws -> [String] {
    try JSONPath(path).nodes(in: document(text)).map { $0.value.serialized() }
}
