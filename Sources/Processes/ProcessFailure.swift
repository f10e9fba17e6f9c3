/// Why a command brought nothing.
public struct ProcessFailure: Error, Sendable, Hashable {
    /// What happened, with the name of the command but none of its arguments, which may be secret.
    public let message: String
    /// What the command said on standard error, line by line and as it came: to be escaped before it is shown.
    public let notes: [String]

    /// Makes a failure.
    public init(message: String, notes: [String] = []) {
        self.message = message
        self.notes = notes
    }
}
