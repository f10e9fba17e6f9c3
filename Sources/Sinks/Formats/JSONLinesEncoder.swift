/// JSON Lines: a record a line, in its compact form.
struct JSONLinesEncoder: RecordEncoder {
    private var writer = JSONRecordWriter()

    mutating func encode(_ record: Record, to output: inout [UInt8]) {
        writer.append(record, to: &output)
        output.append(UInt8(ascii: "\n"))
    }
}
