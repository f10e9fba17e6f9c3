public import Secrets

/// A command that prints a token.
public struct ExecSource: Sendable {
    /// The command and its arguments; no shell is involved.
    public var command: [SensitiveText]
    /// How long it may take; default 60 s.
    public var timeout: Duration
    /// What becomes of the token; of the answer's paths those that are set are read in JSON that is printed.
    @Boxed public var handling: TokenHandling

    /// Makes a source.
    public init(
        command: [SensitiveText], timeout: Duration = .seconds(60), handling: TokenHandling = TokenHandling()
    ) {
        self.command = command
        self.timeout = timeout
        self.handling = handling
    }
}
