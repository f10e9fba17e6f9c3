public import Diagnostics

/// A secret of a job and where it is kept: an entry of `secrets`.
public struct SecretDeclaration: Sendable, Hashable {
    /// Where a secret is kept.
    public enum Source: Sendable, Hashable {
        /// In the environment variable of this name: `env`.
        case environment(String)
        /// In the file at this path: `file`.
        case file(String)
        /// What a command prints, as its words: `command`.
        case command([String])
        /// In the systemd credential of this name: `credential`.
        case credential(String)
    }

    /// The name: `secrets.NAME`.
    public let name: String
    /// Where it is kept.
    public let source: Source
    /// Where the entry stands.
    public let span: SourceSpan

    /// Puts a name and a source together.
    public init(name: String, source: Source, span: SourceSpan) {
        self.name = name
        self.source = source
        self.span = span
    }
}
