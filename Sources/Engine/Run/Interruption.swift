import Synchronization

/// Tells the runs of a process to stop: what a handler of SIGINT or SIGTERM calls.
public final class Interruption: Sendable {
    private struct State {
        var code: ExitCode?
        var handler: (@Sendable (ExitCode) -> Void)?
    }

    private let state = Mutex(State())

    /// Makes one that has not happened.
    public init() {}

    /// Stops the run that is under way, and those that begin later; may be called from any thread.
    ///
    /// - Parameter code: what the process ends with, `interrupted` or `terminated`; only the first call counts.
    public func interrupt(_ code: ExitCode) {
        let handler = state.withLock { state -> (@Sendable (ExitCode) -> Void)? in
            guard state.code == nil else { return nil }
            state.code = code
            return state.handler
        }
        handler?(code)
    }

    /// Whether it has happened, and what the process ends with.
    public var code: ExitCode? { state.withLock { $0.code } }

    /// Has the run that is under way told; at once when it has happened already.
    public func observe(_ handler: (@Sendable (ExitCode) -> Void)?) {
        let code = state.withLock { state in
            state.handler = handler
            return state.code
        }
        if let code { handler?(code) }
    }
}
