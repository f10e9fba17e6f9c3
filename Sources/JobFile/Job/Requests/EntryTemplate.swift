public import Diagnostics

/// A name with its values: of the query, of the headers or of a form.
///
/// A value that is null is left out, and a list repeats the name.
public struct EntryTemplate: Sendable {
    /// The name.
    public var name: String
    /// Where the name stands.
    public var nameSpan: SourceSpan
    /// The values, one unless the file has a list.
    public var values: [ValueTemplate]
    /// Whether the file has a list.
    public var isList: Bool

    /// Makes an entry from its parts.
    public init(name: String, nameSpan: SourceSpan, values: [ValueTemplate], isList: Bool = false) {
        self.name = name
        self.nameSpan = nameSpan
        self.values = values
        self.isList = isList
    }
}
