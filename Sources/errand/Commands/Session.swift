import ArgumentParser
import Diagnostics
import Engine
import HTTP
import Secrets

/// What the commands that send something share: one redactor, one way to stderr, one transport, one interruption.
struct Session {
    let console: Console
    let reporter: RunReporter
    let interruption = Interruption()
    let settings: RunSettings
    private let loading: JobLoading
    private let showsWarnings: Bool
    private let signals: SignalWatcher

    /// Prepares the process to send requests and to be interrupted.
    ///
    /// - Parameter extra: variables that the job sees besides those of the process.
    /// - Throws: what is wrong with `--env-file`.
    init(options: JobOptions, verbosity: Verbosity, extra: [String: String] = [:]) throws {
        let redactor = Redactor()
        console = Console(color: options.color, redactor: redactor)
        reporter = RunReporter(verbosity, console: console)
        showsWarnings = verbosity.isVerbose || console.isTerminal && !verbosity.isQuiet
        let environment = try RunSetup.environment(file: options.envFile).merging(extra) { _, new in new }
        loading = JobLoading(environment: environment)
        settings = RunSettings(
            transport: Errand.transport, redactor: redactor, observer: reporter,
            interruption: interruption, environment: environment)
        signals = SignalWatcher { [interruption] signal in
            interruption.interrupt(signal == SignalWatcher.terminate ? .terminated : .interrupted)
        }
    }

    /// Loads a job file; its diagnostics are shown, and nil means that one of them is an error.
    func load(path: String, inputs: [InputAssignment]) async -> LoadedJob? {
        await load(check(path: path), inputs: inputs.map(\.pair))
    }

    /// Reads and checks a job file; loading it says what is wrong.
    func check(path: String) -> JobCheck { loading.check(path: path) }

    /// Loads a job that was written with flags.
    func load(_ job: CommandLineJob, inputs: [InputAssignment]) async -> LoadedJob? {
        await load(loading.check(job.source), inputs: inputs.map(\.pair))
    }

    /// Does something that a signal cancels, and ends the command with the failure's code when it fails.
    func interruptible<Value: Sendable>(
        _ operation: @escaping @Sendable () async throws(RunFailure) -> Value
    ) async throws -> Value {
        let task = Task { () async -> Result<Value, RunFailure> in
            do throws(RunFailure) {
                return .success(try await operation())
            } catch {
                return .failure(error)
            }
        }
        interruption.observe { _ in task.cancel() }
        defer { interruption.observe(nil) }
        switch await reporter.reporting({ await task.value }) {
        case .success(let value):
            return value
        case .failure(let failure):
            if let code = interruption.code { throw ExitStatus.exit(code) }
            console.show([failure.diagnostic])
            throw ExitStatus.exit(failure.exitCode)
        }
    }

    /// Ends the command with a code; a good one just returns.
    func exit(with code: Engine.ExitCode) throws {
        if code != .success { throw ExitStatus.exit(code) }
    }

    /// Fills in a job's values so that a signal ends it too: the command that a secret comes from may wait for ever.
    ///
    /// - Parameter title: what the diagnostics belong to, when it is one of several.
    func load(
        _ check: JobCheck, inputs: [(name: String, value: String)], title: String? = nil
    ) async -> LoadedJob? {
        // On this thread, as far as nothing has to be waited for.
        let task = Task.immediate { [loading, console] in
            await loading.load(check, inputs: inputs, redactor: console.redactor)
        }
        signals.start()
        interruption.observe { _ in task.cancel() }
        defer { interruption.observe(nil) }
        let loaded = await task.value
        // What a signal broke off is no mistake of the job.
        guard interruption.code == nil else { return nil }
        // Under cron a good run says nothing; `errand check` says it all.
        console.show(loaded.diagnostics.sorted().filter { $0.severity == .error || showsWarnings }, under: title)
        return loaded.job
    }
}
