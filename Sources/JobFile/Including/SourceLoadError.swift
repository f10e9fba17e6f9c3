/// Why an included file could not be read.
public struct SourceLoadError: Error, Hashable, Sendable {
    /// The reason, such as `No such file or directory`.
    public let message: String

    /// Makes an error.
    public init(message: String) {
        self.message = message
    }
}
