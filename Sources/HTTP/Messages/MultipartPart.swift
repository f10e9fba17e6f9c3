/// A part of a `multipart/form-data` body.
public struct MultipartPart: Sendable, Hashable {
    /// What the part holds.
    public enum Content: Sendable, Hashable {
        /// Bytes in memory.
        case bytes([UInt8])
        /// A file, streamed from the disk.
        case file(path: String)
    }

    /// The name of the form's field.
    public let name: String
    /// What the part holds.
    public let content: Content
    /// The name that the server sees; of a file, the last part of its path when nothing is said.
    public let fileName: String?
    /// The media type; worked out from the file's name when nothing is said.
    public let contentType: String?
    /// Whether a secret is in it.
    public let isSecret: Bool

    /// Makes a part.
    public init(
        name: String, content: Content, fileName: String? = nil, contentType: String? = nil, isSecret: Bool = false
    ) {
        self.name = name
        self.content = content
        self.fileName = fileName
        self.contentType = contentType
        self.isSecret = isSecret
    }
}
