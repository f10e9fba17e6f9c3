/// What a request brings along.
public enum HTTPBody: Sendable, Hashable {
    /// Nothing.
    case none
    /// Bytes in memory.
    case bytes([UInt8], isSecret: Bool)
    /// A file, streamed from the disk.
    case file(path: String)
    /// `multipart/form-data` (RFC 7578).
    case multipart([MultipartPart])

    /// Whether a secret is known to be in it.
    public var isSecret: Bool {
        switch self {
        case .none, .file: false
        case .bytes(_, let isSecret): isSecret
        case .multipart(let parts): parts.contains(where: \.isSecret)
        }
    }
}
