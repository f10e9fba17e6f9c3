/// Unpacks one format piece by piece.
protocol Decompressor: AnyObject {
    /// Whether the input so far is whole.
    var isAtEnd: Bool { get }
    /// Whether there may be more output although there is no more input.
    var hasMore: Bool { get }

    /// Unpacks as much as there is room for.
    ///
    /// - Returns: how many bytes were used, and how many came of it.
    func decompress(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(UnpackingFailure) -> (used: Int, made: Int)
}

extension CompressedFormat {
    /// The most bytes that a signature has.
    static let signatureLength = 4

    /// What unpacks the format; nil when there is no memory for it.
    func decompressor() -> (any Decompressor)? {
        switch self {
        case .gzip: GzipDecompressor()
        case .zstd: ZstdDecompressor()
        }
    }
}
