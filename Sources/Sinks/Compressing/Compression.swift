/// How a file is compressed.
public enum Compression: Sendable, Hashable, CaseIterable {
    /// RFC 1952, `.gz`.
    case gzip
    /// RFC 8878, `.zst`.
    case zstd
}
