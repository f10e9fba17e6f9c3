/// How a file is compressed, by the ending of its name.
public enum FileCompression: String, Sendable, Hashable, CaseIterable {
    /// gzip, RFC 1952: `.gz`.
    case gzip
    /// Zstandard, RFC 8878: `.zst`.
    case zstd

    /// The ending.
    public var ending: String {
        switch self {
        case .gzip: ".gz"
        case .zstd: ".zst"
        }
    }

    /// The compression of a file by the ending of its name, or nil when the name does not end with one.
    public init?(path: some StringProtocol) {
        let name = path.lowercased()
        guard let found = Self.allCases.first(where: { name.hasSuffix($0.ending) }) else { return nil }
        self = found
    }
}
