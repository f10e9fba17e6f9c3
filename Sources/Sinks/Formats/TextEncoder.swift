import JSON

/// One value a line, as text; an object with one field stands for that field.
///
/// A text goes through as it is; it gets a line break when it does not end with one.
struct TextEncoder: RecordEncoder {
    mutating func encode(_ record: Record, to output: inout [UInt8]) throws(UnfitRecord) {
        let start = output.count
        try Self.value(of: record).appendText(to: &output)
        if output.count == start || output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    }

    private static func value(of record: Record) throws(UnfitRecord) -> RecordValue {
        switch record.content {
        case .fields(let fields):
            guard fields.count == 1 else { throw unfit(fields.count) }
            return fields[0].value
        case .node(let node) where node.kind == .object:
            var members = node.members
            guard node.count == 1, let member = members.next() else { throw unfit(node.count) }
            return .node(member.value)
        case .node(let node):
            return .node(node)
        }
    }

    private static func unfit(_ count: Int) -> UnfitRecord {
        UnfitRecord(
            message: "a record has \(count == 0 ? "no field" : "\(count) fields"); a line of text holds one",
            advice: "name one field under `fields`, or write to a .jsonl or .csv file")
    }
}
