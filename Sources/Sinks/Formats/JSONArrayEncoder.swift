/// One JSON array, a record a line; `[]` when there is none.
struct JSONArrayEncoder: RecordEncoder {
    private var writer = JSONRecordWriter()
    private var isEmpty = true

    mutating func encode(_ record: Record, to output: inout [UInt8]) {
        output.append(contentsOf: (isEmpty ? "[\n" : ",\n").utf8)
        isEmpty = false
        writer.append(record, to: &output)
    }

    mutating func end(_ output: inout [UInt8]) {
        output.append(contentsOf: (isEmpty ? "[]\n" : "\n]\n").utf8)
    }
}
