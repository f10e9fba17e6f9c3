import Foundation

/// A run of a program as a process of its own, its outputs caught in files.
final class Program: Sendable {
    /// How it ended and what it wrote.
    struct Result: Sendable {
        var exitCode: Int32
        /// Whether a signal ended it; `exitCode` is the signal's number then.
        var isSignalled: Bool
        var output: String
        var errors: String
    }

    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: all that it gets, with `PATH`, `HOME` and `TMPDIR` added.
    ///   - folder: where it starts; a folder of its own by default.
    ///   - inputFile: what it reads instead of `input`.
    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:], folder start: URL? = nil,
        input: String = "", inputFile: String? = nil
    ) throws {
        folder = try TemporaryFolder()
        var variables = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": NSTemporaryDirectory()]
        variables.merge(environment) { _, new in new }
        process = try ChildProcess(
            program.path, arguments, environment: variables, folder: start?.path ?? folder.path,
            streams: .init(
                input: try inputFile ?? folder.write("stdin", input), output: try folder.write("stdout", ""),
                errors: try folder.write("stderr", "")))
    }

    /// Runs `errand` to its end.
    static func errand(
        _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil, input: String = ""
    ) async throws -> Result {
        try await Program(Products.errand, arguments, environment: environment, folder: folder, input: input).result()
    }

    /// Runs a line of the shell, in which `errand` is the program.
    static func shell(
        _ line: String, environment: [String: String] = [:], folder: URL? = nil, input: String = ""
    ) async throws -> Result {
        var variables = environment
        variables["PATH"] = Products.folder.path + ":/usr/bin:/bin"
        return try await Program(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line], environment: variables, folder: folder, input: input
        ).result()
    }

    var pid: Int32 { process.pid }

    /// What it wrote to stdout until now.
    var outputSoFar: String { folder.read("stdout") ?? "" }

    /// What it wrote to stderr until now.
    var errorsSoFar: String { folder.read("stderr") ?? "" }

    /// Sends a signal.
    func signal(_ number: Int32) {
        process.signal(number)
    }

    /// Waits for its end.
    func result() async -> Result {
        let (code, isSignalled): (Int32, Bool) =
            switch await process.ending() {
            case .exited(let code): (code, false)
            case .signalled(let number): (number, true)
            }
        return Result(exitCode: code, isSignalled: isSignalled, output: outputSoFar, errors: errorsSoFar)
    }
}
