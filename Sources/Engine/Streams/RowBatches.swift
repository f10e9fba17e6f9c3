import JSON

/// Makes records out of the unpacked bytes of a body, in batches of bounded size.
protocol RowBatches {
    /// Adds the next bytes; ``next()`` is to have returned nil before.
    mutating func feed(_ bytes: [UInt8])
    /// Says that there are no more bytes.
    mutating func end()
    /// The next records, at least one; nil when more bytes are needed, and at the end.
    ///
    /// - Throws: the line that is broken.
    mutating func next() throws(RowFile.Failure) -> [JSONNode]?
}

/// How large batches are.
enum BatchSize {
    /// The most records, as a rule.
    static let records = 1000
    /// The most bytes, but for a record that is longer by itself.
    static let bytes = 4 << 20
}
