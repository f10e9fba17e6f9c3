#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

import Diagnostics
import HTTP
import JobFile
import Secrets
import Sinks
import State
import Synchronization

/// The right to run a job, from its lock to its end: nothing is sent before, and nothing is kept after.
final class RunSession: Sendable {
    /// How it began.
    enum Start {
        case ready
        /// Another run is under way, and the job says what that means.
        case skipped(Diagnostic)
    }

    let outputs: OutputStore
    private let job: Job
    private let facts: RunFacts
    private let settings: RunSettings
    private let keepsState: Bool
    private let folder: StateFolder?
    private let lock = Mutex<JobLock?>(nil)
    private let renewal = Mutex<Task<Void, Never>?>(nil)

    init(_ job: Job, calls: [Call], facts: RunFacts, settings: RunSettings) {
        self.job = job
        self.facts = facts
        self.settings = settings
        keepsState = StateNeed.isThere(for: calls)
        folder = try? StateFolder(environment: settings.environment)
        // A folder for each job: what another one cannot complete is no reason for this one to stop.
        var hash = RequestHash()
        hash.add(job.name)
        let name = hash.text.prefix(32)
        outputs = OutputStore(
            job: job.name, publications: folder.map { PublicationJournal(folder: "\($0.journals)/\(name)") })
    }

    /// What calls remember.
    var memory: any CallMemory {
        if let memory = settings.memory { return memory }
        guard keepsState else { return NoMemory() }
        return StateMemory(job: job.name, outputs: outputs, isFullRefresh: settings.isFullRefresh)
    }

    /// Takes the lock, and opens and repairs what the run before has left.
    ///
    /// - Throws: that another run is under way, or the state cannot be used.
    func begin() async throws(RunFailure) -> Start {
        let lock = RunLock(job: job, folder: folder, keepsState: keepsState)
        switch try await lock.take(settings.interruption) {
        case .taken(let lock): self.lock.withLock { $0 = lock }
        case .held(let owner): return try start(heldBy: owner)
        }
        do throws(RunFailure) {
            if keepsState, let owner = try await openState() {
                release()
                return try start(heldBy: owner)
            }
            try await prepare()
            return .ready
        } catch {
            release()
            throw error
        }
    }

    /// Renews the lease of the job while it runs, where there is one.
    func keepLease(_ stop: RunStop) async {
        guard await outputs.hasLease else { return }
        let clock = settings.clock
        let task = Task { [outputs] in
            while (try? await clock.sleep(for: OutputStore.leaseDuration / 3)) != nil {
                do throws(StateError) {
                    try await outputs.renewLease()
                } catch {
                    stop.stop(.overtaken(error))
                    return
                }
            }
        }
        renewal.withLock { $0 = task }
    }

    /// Writes down how the run ended, and gives everything back.
    func end(_ result: inout RunResult) async {
        renewal.withLock { $0 }?.cancel()
        if keepsState {
            var record = record
            record.outcome = result.outcome.rawValue
            record.exitCode = Int(result.exitCode.rawValue)
            record.records = result.calls.reduce(0) { $0 + $1.records }
            record.failure = result.failures.last.map { settings.redactor.redact($0.diagnostic.title) }
            do throws(StateError) {
                try await outputs.end(record)
            } catch {
                var warning = StateFailures.failure(error).diagnostic
                warning.severity = .warning
                result.warnings.append(warning)
            }
        }
        release()
    }

    private var record: RunRecord { RunRecord(id: facts.id, job: job.name, startedAt: facts.startedAt) }

    private func release() {
        lock.withLock { lock in
            lock?.release()
            lock = nil
        }
    }

    private func start(heldBy owner: String) throws(RunFailure) -> Start {
        let isSkipped = job.options.lock == .skip
        let diagnostic = Diagnostic(
            code: .jobLocked, severity: isSkipped ? .warning : .error,
            title: "another run of the job '\(TerminalText.escape(job.name))' is under way",
            notes: [
                "it is \(TerminalText.escape(owner))",
                isSkipped
                    ? "nothing was done, as options: {lock: skip} says"
                    : "run again later; options: {lock: wait} waits for it, lock: skip ends without an error",
            ])
        guard isSkipped else { throw RunFailure(.tryLater, diagnostic) }
        return .skipped(diagnostic)
    }

    /// Opens the state; where machines share it, it waits for the lease when the job says so.
    private func openState() async throws(RunFailure) -> String? {
        let location: StateLocation
        do throws(StateError) {
            location = try StateLocation(settings.state, environment: settings.environment)
        } catch {
            throw StateFailures.failure(error)
        }
        if case .postgres(let url) = location { settings.redactor.register(url) }
        while true {
            let owner: String?
            do throws(OutputError) {
                owner = try await outputs.openState(at: location, folder: folder, holder: holder)
            } catch {
                throw OutputFailures.failure(error, at: nil)
            }
            guard owner != nil, job.options.lock == .wait else { return owner }
            guard settings.interruption.code == nil, (try? await settings.clock.sleep(for: .seconds(1))) != nil else {
                throw .cancelled
            }
        }
    }

    /// A name that no other run has.
    private var holder: String { "\(Self.host), run \(facts.id)" }

    private func prepare() async throws(RunFailure) {
        do throws(OutputError) {
            try await outputs.recover()
            if keepsState { try await outputs.begin(record) }
        } catch {
            throw OutputFailures.failure(error, at: nil)
        }
    }
}

extension RunSession {
    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "a machine" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
