public import Diagnostics

/// Why there is no credential, or why it may not be used.
public struct TokenFailure: Error, Sendable {
    /// The kinds of failure, which decide the exit code.
    public enum Kind: Sendable, Hashable {
        /// The token endpoint said no.
        case refused
        /// The token endpoint could not be reached.
        case unreachable
        /// The token endpoint's answer holds no token that can be used.
        case unusable
        /// The request goes to a host that the credential is not for.
        case hostNotAllowed
        /// The API refuses a token that was just got.
        case notAccepted
        /// The token endpoint is plain `http`, and not on loopback.
        case plainHTTP
        /// The run was interrupted, or its deadline passed.
        case cancelled
        /// The token endpoint asks for a longer wait than is allowed.
        case waitTooLong
    }

    /// The kind of failure.
    public let kind: Kind
    /// What happened, where in the job file, and what to try.
    public let diagnostic: Diagnostic
    /// Whether asking again with the same credentials is pointless, and may lock the client out.
    let isLasting: Bool
    /// Whether the server does not take the client's own credentials, which may have been replaced meanwhile.
    let isInvalidClient: Bool
    /// How long the token endpoint asks to be left alone; nil when it does not.
    let retryAfter: Duration?

    /// Pairs a kind with what the user reads.
    public init(_ kind: Kind, _ diagnostic: Diagnostic) {
        self.init(kind, diagnostic, isLasting: false)
    }

    init(
        _ kind: Kind, _ diagnostic: Diagnostic, isLasting: Bool, isInvalidClient: Bool = false,
        retryAfter: Duration? = nil
    ) {
        self.kind = kind
        self.diagnostic = diagnostic
        self.isLasting = isLasting
        self.isInvalidClient = isInvalidClient
        self.retryAfter = retryAfter
    }
}
