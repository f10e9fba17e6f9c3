import Diagnostics
import JSON
import JSONPath
import JobFile

/// Takes the records out of a body.
struct RecordSelector {
    let call: Call

    /// The records in their order: what `records` selects, else the elements of an array, else the body itself.
    func records(in body: JSONNode) -> [JSONNode] {
        if let path = call.records?.value {
            var records: [JSONNode] = []
            path.forEachNode(in: body) { records.append($0) }
            return records
        }
        return body.kind == .array ? Array(body.elements) : [body]
    }
}
