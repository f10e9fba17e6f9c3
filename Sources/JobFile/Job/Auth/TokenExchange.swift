public import Diagnostics
public import Secrets

/// The tokens of a token exchange, RFC 8693 section 2.1.
public struct TokenExchange: Sendable {
    /// A token that is handed in.
    public struct Input: Sendable {
        /// Where it comes from.
        public enum Origin: Sendable {
            /// The job's values.
            case value(Secret)
            /// A file, read anew each time.
            case file(Located<String>)
            /// Another token source of the job.
            case source(Located<String>)
        }

        /// Where it comes from.
        public var origin: Origin
        /// Its type, a URN.
        public var type: String

        /// Puts a token and its type together.
        public init(origin: Origin, type: String) {
            self.origin = origin
            self.type = type
        }
    }

    /// On whose behalf.
    public var subject: Input
    /// Who acts; nil for the same.
    public var actor: Input?
    /// The type to get, a URN; nil for the server's choice.
    public var requestedType: String?

    /// Makes an exchange.
    public init(subject: Input, actor: Input? = nil, requestedType: String? = nil) {
        self.subject = subject
        self.actor = actor
        self.requestedType = requestedType
    }
}
