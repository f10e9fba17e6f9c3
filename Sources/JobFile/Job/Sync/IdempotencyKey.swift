public import Diagnostics

/// A header by which an API knows a request that it has seen: `idempotency_key`.
public struct IdempotencyKey: Sendable, Hashable {
    /// The header's name.
    public var header: String
    /// How long the API remembers it; past that a request that may have arrived is not sent again.
    public var within: Duration
    /// Where it stands.
    public var span: SourceSpan

    /// Makes it from its parts; the defaults are those of the language.
    public init(header: String = Self.standardHeader, within: Duration = .seconds(86_400), span: SourceSpan) {
        self.header = header
        self.within = within
        self.span = span
    }

    /// The header where none is named.
    public static let standardHeader = "Idempotency-Key"
}
