/// Why a key, a certificate or an algorithm cannot be used; never holds any part of a key.
public struct KeyError: Error, Sendable, Hashable {
    /// What is wrong, as a clause without a full stop.
    public let message: String
    /// What to try, as a clause without a full stop; nil when the message says it all.
    public let hint: String?

    /// An error of this message, which must not quote the text that was read.
    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
