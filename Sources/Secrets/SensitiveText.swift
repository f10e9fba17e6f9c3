/// A text that may hold a secret; then it prints as `***`.
public struct SensitiveText: Sendable, Hashable {
    /// The text itself.
    public let text: String
    /// Whether any part of it is a secret.
    public let isSecret: Bool

    /// A text, secret or not.
    public init(_ text: String, isSecret: Bool = false) {
        self.text = text
        self.isSecret = isSecret
    }

    /// The text of a secret.
    public init(_ secret: Secret) {
        self.init(secret.reveal(), isSecret: true)
    }
}

extension SensitiveText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text, or `***`.
    public var description: String { isSecret ? Redactor.mask : text }
    /// The text as a literal, or `***`.
    public var debugDescription: String { isSecret ? Redactor.mask : text.debugDescription }
    /// Nothing: a dump shows no part of it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
