public import Diagnostics
import JobFile

/// What the check of a job file found.
public struct JobCheck: Sendable {
    /// What is wrong with it.
    public let diagnostics: DiagnosticList
    /// The file, which has no values yet; nil when a diagnostic is an error.
    let file: JobFile?
}
