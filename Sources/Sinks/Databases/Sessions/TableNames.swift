import Database
import JSON

/// Names of tables as one text.
enum TableNames {
    static func text(_ names: [String]) -> String {
        JSONValue.array(names.map { .string($0) }).serialized()
    }

    /// None for a text that is no list of names.
    static func list(_ text: String) -> [String] {
        guard case .array(let values)? = try? JSONValue(parsing: Array(text.utf8)) else { return [] }
        return values.compactMap(\.string)
    }
}

extension SinkOwner {
    /// What names its row.
    var values: [DatabaseValue] { [.text(job), .text(call), .text(key)] }
}
