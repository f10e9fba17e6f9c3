public import Diagnostics

/// Why a run, or a part of it, failed: what the user reads, and the exit code it leads to.
public struct RunFailure: Error, Sendable {
    /// The exit code of a run that ends with this failure.
    public let exitCode: ExitCode
    /// What happened, at which line of the job file, and what to try.
    public let diagnostic: Diagnostic

    /// Pairs a diagnostic with the exit code it leads to.
    public init(_ exitCode: ExitCode, _ diagnostic: Diagnostic) {
        self.exitCode = exitCode
        self.diagnostic = diagnostic
    }
}
