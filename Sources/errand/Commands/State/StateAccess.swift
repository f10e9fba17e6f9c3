import ArgumentParser
import Diagnostics
import Engine
import JSON
import Secrets
import State

/// The state, as the commands on it use it.
struct StateAccess {
    let console: Console
    private let location: StateLocation
    private let environment: [String: String]

    /// - Throws: exits 64 when the options name no place.
    init(_ options: StateOptions) throws {
        console = Console(color: options.color, redactor: Redactor())
        environment = try RunSetup.environment(file: nil)
        do {
            location = try StateLocation(options.state, environment: environment)
        } catch {
            throw ValidationError(error.message)
        }
        for secret in location.secrets { console.redactor.register(secret) }
    }

    /// Reads something; nothing is made, and nil is given, where there is no state yet.
    func read<Result>(_ body: (any StateStore) throws(StateError) -> Result) throws -> Result? {
        try reporting { () throws(StateError) in
            try location.open(isMade: false).map { store throws(StateError) in try body(store) }
        }
    }

    /// Changes something of a job while no run of it goes on.
    ///
    /// - Throws: exits 75 when one does.
    func change<Result>(_ job: String, _ body: (any StateStore) throws(StateError) -> Result) throws -> Result {
        try reporting { () throws(StateError) in
            let folder = try StateFolder(environment: environment)
            try folder.make(folder.locks)
            let lock: JobLock
            switch try JobLock.take(job: job, folder: folder.locks) {
            case .taken(let taken): lock = taken
            case .held(let owner):
                throw StateError(.busy, "a run of job '\(job)' is going on (\(owner)); wait for its end")
            }
            defer { lock.release() }
            guard let store = try location.open(folder: folder) else {
                throw StateError(.cannotOpen, "\(location.words): it cannot be made")
            }
            let holder = "errand state \(UInt64.random(in: 0...UInt64.max))"
            guard let lease = try store.acquire(lease: job, holder: holder, duration: .seconds(60)) else {
                throw StateError(.busy, "a run of job '\(job)' is going on on another machine; wait for its end")
            }
            defer { try? store.release(lease) }
            return try body(store)
        }
    }

    private func reporting<Result>(_ body: () throws(StateError) -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            console.write("errand: \(TerminalText.escape(error.message))\n")
            throw ExitStatus.exit(Self.code(of: error))
        }
    }

    private static func code(of error: StateError) -> Engine.ExitCode {
        switch error.code {
        case .invalidLocation: .usage
        case .busy, .lost: .tryLater
        default: .cannotWrite
        }
    }

    /// Ends the command because nothing is kept of a job.
    func unknown(_ job: String, among jobs: [String]) -> any Error {
        let known = jobs.prefix(20).map { "'\(TerminalText.escape($0))'" }.joined(separator: ", ")
        return ValidationError(
            "nothing is kept of a job '\(TerminalText.escape(job))'"
                + (jobs.isEmpty ? " nor of any other" : "; there are: \(known)\(jobs.count > 20 ? ", …" : "")"))
    }
}
