import JSON

/// What is known of the records of a stream after they went by.
struct StreamedRecords: Sendable {
    /// How many there were.
    private(set) var count = 0
    /// The last one.
    private(set) var last: JSONNode?
    /// Of all of them.
    private(set) var fingerprint = Fingerprint()

    /// Takes note of records that go by.
    mutating func add(_ records: [JSONNode]) {
        guard let last = records.last else { return }
        count += records.count
        self.last = last
        for record in records {
            record.document.bytes.withUnsafeBytes { bytes in
                fingerprint.combine(UnsafeRawBufferPointer(rebasing: bytes[record.range]))
            }
        }
    }
}
