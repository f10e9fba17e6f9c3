import Subprocess
import SystemPackage

/// Runs commands that print something.
public struct ProcessRunner: Sendable {
    /// How much of standard error is kept, in bytes; a command that says more fails.
    private static let errorLimit = 64 << 10
    /// How many characters of standard error are passed on.
    private static let excerptLength = 500
    /// How long a command that is to end has for that before it is killed.
    private static let grace = Duration.seconds(1)

    private let environment: [String: String]

    /// Makes a runner.
    ///
    /// - Parameter environment: all that the commands find in theirs; its `PATH` is where they are looked for.
    public init(environment: [String: String]) {
        self.environment = environment
    }

    /// Runs a command and returns what it printed on standard output.
    ///
    /// There is no shell and nothing on standard input. The command stays in the process group of the caller, so that
    /// it can ask on the terminal. It is ended by SIGTERM, and a second later by SIGKILL, when its time is over or the
    /// task is cancelled; what it has started itself is not.
    ///
    /// - Parameters:
    ///   - arguments: the command, a path when there is a slash in it, and its arguments.
    ///   - timeout: how long it may take.
    ///   - limit: how much it may print, in bytes.
    /// - Throws: when it cannot be run, takes too long, prints too much, or ends with another status than 0. Printing
    ///   nothing is no failure.
    public func run(
        _ arguments: [String], timeout: Duration = .seconds(60), limit: Int = 1 << 20
    ) async throws(ProcessFailure) -> [UInt8] {
        guard let name = arguments.first, !name.isEmpty else { throw ProcessFailure(message: "the command is empty") }
        let result: Result?
        do {
            result = try await within(timeout) { try await start(name, arguments.dropFirst(), limit: limit) }
        } catch {
            throw Self.failure(of: name, error, limit: limit)
        }
        guard let result else { throw ProcessFailure(message: "'\(name)' did not end within \(Self.text(timeout))") }
        guard result.terminationStatus.isSuccess else {
            throw ProcessFailure(
                message: "'\(name)' failed: \(result.terminationStatus)", notes: Self.excerpt(result.standardError))
        }
        return result.standardOutput
    }

    /// The first lines of a text, whole: half a secret would not be recognised by whoever masks them.
    private static func excerpt(_ text: String) -> [String] {
        var lines: [String] = []
        var length = 0
        for line in text.split(whereSeparator: \.isNewline) {
            length += line.count
            guard length <= excerptLength else { return lines + ["…"] }
            lines.append(String(line))
        }
        return lines
    }

    private typealias Result = ExecutionResult<Void, BytesOutput, StringOutput<UTF8>>

    private func start(_ name: String, _ arguments: ArraySlice<String>, limit: Int) async throws -> Result {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: Self.grace)]
        return try await Subprocess.run(
            name.contains("/") ? .path(FilePath(name)) : .name(name),
            arguments: Arguments(Array(arguments)),
            environment: .custom(environment.map { Array("\($0.key)=\($0.value)\0".utf8) }),
            platformOptions: options,
            output: .bytes(limit: limit),
            error: .string(limit: Self.errorLimit))
    }

    /// The result of an operation, which is cancelled when it takes longer; nil then.
    private func within(
        _ timeout: Duration, _ operation: @escaping @Sendable () async throws -> Result
    ) async throws -> Result? {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                try await Task.sleep(for: timeout)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private static func failure(of name: String, _ error: any Error, limit: Int) -> ProcessFailure {
        if Task.isCancelled { return ProcessFailure(message: "'\(name)' was ended before it was done") }
        if let error = error as? SubprocessError, error.code == .outputLimitExceeded {
            return ProcessFailure(message: "'\(name)' printed more than is accepted: \(error)")
        }
        return ProcessFailure(message: "'\(name)' could not be run: \(error)")
    }

    private static func text(_ timeout: Duration) -> String {
        let (seconds, rest) = timeout.components
        return rest == 0 ? "\(seconds) s" : "\(timeout)"
    }
}
