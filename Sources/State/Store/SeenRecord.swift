/// A record that was written, by its hash.
public struct SeenRecord: Sendable, Hashable {
    /// 16 bytes.
    public let hash: [UInt8]
    /// The order key of the record's watermark: ``WatermarkValue/orderKey``.
    public let mark: Int64

    /// A record of this hash.
    public init(hash: [UInt8], mark: Int64) {
        self.hash = hash
        self.mark = mark
    }
}
