import JSON

/// The elements of a file that is one JSON array.
struct JSONArrayParser: RowParser {
    let limit: Int
    private var bytes: [UInt8] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func feed(_ more: [UInt8]) throws(RowFile.Failure) -> [JSONValue] {
        bytes.append(contentsOf: more)
        guard bytes.count <= limit else {
            throw RowFile.Failure("larger than \(limit >> 20) MiB; use JSON Lines for a file of this size")
        }
        return []
    }

    mutating func finish() throws(RowFile.Failure) -> [JSONValue] {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw RowFile.Failure(error.message)
        }
        guard case .array(let elements) = value else { throw RowFile.Failure("it is no JSON array") }
        return elements
    }
}
