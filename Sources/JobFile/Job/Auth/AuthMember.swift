public import Diagnostics

/// A member of a token answer: `${auth.NAME.MEMBER}`.
public struct AuthMember: Sendable, Hashable {
    /// The name of the source.
    public let source: String
    /// The names that lead to it in the answer.
    public let path: [String]
    /// Where it is written.
    public let span: SourceSpan

    /// Names a member.
    public init(source: String, path: [String], span: SourceSpan) {
        self.source = source
        self.path = path
        self.span = span
    }
}
