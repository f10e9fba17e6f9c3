import Foundation
import Testing

@testable import Processes

@Suite(.timeLimit(.minutes(1))) struct ProcessRunnerTests {
    private let environment = ["PATH": "/usr/bin:/bin", "VAULT": "from the job"]

    private func output(_ arguments: [String], limit: Int = 1 << 20) async throws -> String {
        String(decoding: try await ProcessRunner(environment: environment).run(arguments, limit: limit), as: UTF8.self)
    }

    private func failure(
        _ arguments: [String], timeout: Duration = .seconds(60), limit: Int = 1 << 20
    ) async -> ProcessFailure? {
        do throws(ProcessFailure) {
            _ = try await ProcessRunner(environment: environment).run(arguments, timeout: timeout, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func returnsWhatIsPrintedWithoutAShell() async throws {
        #expect(try await output(["printf", "%s", "$VAULT; `id`"]) == "$VAULT; `id`")
        #expect(try await output(["/bin/echo", "x"]) == "x\n")
        #expect(try await output(["true"]) == "")
    }

    @Test func theEnvironmentIsTheOneThatIsGiven() async throws {
        let lines = try await output(["env"]).split(separator: "\n").sorted()
        #expect(lines == ["PATH=/usr/bin:/bin", "VAULT=from the job"])
    }

    @Test func standardInputIsEmpty() async throws {
        #expect(try await output(["cat"]) == "")
    }

    @Test func aStatusOtherThanZeroIsAFailureWithWhatWasSaid() async {
        let failed = await failure(["sh", "-c", "echo secret; echo 'no such entry' >&2; echo 'b' >&2; exit 3"])
        #expect(failed?.message.hasPrefix("'sh' failed: ") == true)
        #expect(failed?.message.contains("3") == true)
        #expect(failed?.notes == ["no such entry", "b"])
    }

    @Test func aCommandThatIsNotThereIsNamedWithoutItsArguments() async {
        for name in ["errand-no-such-program", "/nowhere/at/all"] {
            let failed = await failure([name, "hunter2"])
            #expect(failed?.message.hasPrefix("'\(name)' could not be run") == true)
            #expect(failed?.message.contains("hunter2") == false)
        }
        #expect(await failure([])?.message == "the command is empty")
        #expect(await failure([""])?.message == "the command is empty")
    }

    @Test func moreThanTheLimitIsAFailure() async throws {
        #expect(try await output(["printf", "12345"], limit: 5) == "12345")
        #expect(await failure(["printf", "123456"], limit: 5)?.message.contains("more than is accepted") == true)
        #expect(await failure(["cat", "/dev/zero"])?.message.contains("more than is accepted") == true)
    }

    @Test func theEndOfTheTimeEndsTheCommand() async throws {
        let child = try Child()
        let failed = await failure(child.command(), timeout: .milliseconds(200))
        #expect(failed?.message == "'sh' did not end within 0.2 seconds")
        #expect(failed?.notes == [])
        #expect(!child.isRunning)
        #expect(await failure(["sleep", "60"], timeout: .seconds(1))?.message == "'sleep' did not end within 1 s")
    }

    @Test(arguments: [false, true])
    func theEndOfTheTaskEndsTheCommand(ignoresSIGTERM: Bool) async throws {
        let child = try Child()
        let task = Task { await failure(child.command(ignoresSIGTERM: ignoresSIGTERM)) }
        while !child.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        #expect(await task.value?.message == "'sh' was ended before it was done")
        #expect(!child.isRunning)
    }

    @Test func whatItLeavesBehindIsNotWaitedFor() async throws {
        let child = try Child()
        #expect(try await output(["sh", "-c", "sh -c '\(child.script())' & echo x"]) == "x\n")
        while !child.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        child.kill()
    }
}

/// A command that says its process ID in a file and then sleeps.
private final class Child: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "errand-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }

    func script() -> String { "echo $$ > \(file.path).new; mv \(file.path).new \(file.path); exec sleep 60" }

    func command(ignoresSIGTERM: Bool = false) -> [String] {
        ["sh", "-c", (ignoresSIGTERM ? "trap \"\" TERM; " : "") + script()]
    }

    var isRunning: Bool { pid.map { Foundation.kill($0, 0) == 0 } ?? false }

    func kill() {
        if let pid { Foundation.kill(pid, SIGKILL) }
    }

    private var file: URL { folder.appending(path: "pid") }

    private var pid: pid_t? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}
