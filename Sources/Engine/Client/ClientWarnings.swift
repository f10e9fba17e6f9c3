import Auth
import Diagnostics
import JobFile
import Synchronization

/// What went wrong with tokens without being a failure: that they cannot be shared, or were not revoked.
final class ClientWarnings: Sendable {
    private let job: Job
    private let warnings = Mutex<[Diagnostic]>([])

    init(_ job: Job) {
        self.job = job
    }

    /// The warnings so far.
    var all: [Diagnostic] { warnings.withLock { $0 } }

    /// Notes a warning about a source.
    func add(_ message: String, of source: String) {
        let warning = Diagnostic(
            code: .tokenNotKept, severity: .warning, title: message, span: job.tokenSource(named: source)?.span,
            label: "its tokens are got anew by each run")
        add(warning)
    }

    /// Notes a warning that has a place of its own.
    func add(_ warning: Diagnostic) {
        warnings.withLock { $0.append(warning) }
    }
}
