public import Diagnostics

/// One part of a `multipart/form-data` body.
public struct PartTemplate: Sendable {
    /// What a part holds.
    public enum Content: Sendable {
        /// A value, as text.
        case value(ValueTemplate)
        /// The bytes of a file.
        case file(LocatedTemplate)
    }

    /// The field's name.
    public var name: String
    /// Where the name stands.
    public var nameSpan: SourceSpan
    /// What it holds.
    public var content: Content
    /// The file name that is sent along; nil for the file's own, or for none with a value.
    public var fileName: LocatedTemplate?
    /// The content type; nil for `application/octet-stream` with a file, for none with a value.
    public var contentType: LocatedTemplate?

    /// Makes a part from its parts.
    public init(
        name: String,
        nameSpan: SourceSpan,
        content: Content,
        fileName: LocatedTemplate? = nil,
        contentType: LocatedTemplate? = nil
    ) {
        self.name = name
        self.nameSpan = nameSpan
        self.content = content
        self.fileName = fileName
        self.contentType = contentType
    }
}
