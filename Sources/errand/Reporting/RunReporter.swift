import Engine
import HTTP

/// Says what a run is doing, as much as was asked for: a live line on a terminal, a line a call with `-v`, each exchange
/// with `--trace`.
struct RunReporter: RunObserver {
    private var progress: ProgressLine?
    private var calls: CallLines?
    private let trace: ExchangeTrace?

    init(_ verbosity: Verbosity, console: Console) {
        progress = console.isTerminal && !verbosity.isQuiet && !verbosity.isTracing ? ProgressLine(console) : nil
        calls = verbosity.isVerbose ? CallLines(console: console) : nil
        trace = verbosity.isTracing ? ExchangeTrace(console) : nil
    }

    /// The same for one of several jobs that run side by side: without a live line, and with the job's name.
    func naming(_ job: String) -> RunReporter {
        var reporter = self
        reporter.progress = nil
        reporter.calls?.job = job
        return reporter
    }

    func observe(_ event: RunEvent) {
        progress?.note(event)
        calls?.note(event)
        switch event {
        case .exchange(let call, let event): trace?.note(event, of: call)
        case .tokenExchange(let source, let event): trace?.note(event, of: "token of \(source)")
        case .callStarted, .pageReceived, .callEnded: break
        }
    }

    /// Keeps the live line up to date while the operation goes on, and takes it away at its end.
    func reporting<Value>(_ operation: () async throws -> Value) async rethrows -> Value {
        guard let progress else { return try await operation() }
        progress.start()
        defer { progress.stop() }
        return try await operation()
    }
}
