/// Writes records in a format.
protocol RecordEncoder {
    /// Looks at the records of a page before they are encoded.
    mutating func prepare(for batch: RecordBatch)

    /// Appends a record; when it throws, nothing was appended.
    mutating func encode(_ record: Record, to output: inout [UInt8]) throws(UnfitRecord)

    /// Appends what ends the output.
    mutating func end(_ output: inout [UInt8])
}

/// A record that the format has no place for.
struct UnfitRecord: Error {
    let message: String
    let advice: String
}

extension SinkError {
    /// A record does not fit.
    init(_ record: UnfitRecord, path: String) {
        self.init(.unfitRecord, path: path, operation: .write, message: record.message, advice: record.advice)
    }
}

extension RecordEncoder {
    mutating func prepare(for batch: RecordBatch) {}
    mutating func end(_ output: inout [UInt8]) {}
}
