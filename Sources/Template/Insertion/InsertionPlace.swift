/// Where the text of a template is going to stand, which decides how values are inserted in it.
public enum InsertionPlace: Sendable, Hashable {
    /// Anywhere: values are inserted as they are.
    case plain
    /// A URL: values are percent-encoded, and cannot change where the URL leads to.
    case url
    /// The path of a file: a line break or a NUL is an error.
    case path
    /// The value of a header: a line break or a NUL is an error.
    case header
}
