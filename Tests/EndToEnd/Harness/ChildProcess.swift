import Foundation
import Synchronization

/// A process that was started here, and its end.
///
/// Foundation's `Process` is not used: where many are started at the same time, one can inherit what tells the end of
/// another, which then seems to go on.
final class ChildProcess: Sendable {
    /// How a process ended.
    enum Ending: Sendable, Hashable {
        case exited(Int32)
        case signalled(Int32)
    }

    /// The process could not be started.
    struct Failure: Error {
        let program: String
        let code: Int32
    }

    /// The files that a process reads and writes.
    struct Streams {
        var input: String
        var output: String
        var errors: String
    }

    /// A pid, and whether it may belong to another process by now.
    private final class Life: Sendable {
        private let isOver = Mutex(false)

        /// Does something to the process unless it is gone.
        func whileAlive(_ action: () -> Void) {
            isOver.withLock { if !$0 { action() } }
        }

        /// Waits for the end on this thread, and collects it.
        func end(of pid: pid_t) -> Ending {
            var information = siginfo_t()
            while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            return isOver.withLock { isOver in
                isOver = true
                var status: Int32 = 0
                waitpid(pid, &status, 0)
                let signal = status & 0x7F
                return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
            }
        }
    }

    let pid: pid_t
    private let life: Life
    private let ended: Task<Ending, Never>

    /// Starts a program in a folder, with nothing in its environment but what is given.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String, streams: Streams
    ) throws {
        // `env` becomes the program, under the same pid.
        let words = ["/usr/bin/env", "--chdir=" + folder, program] + arguments
        let pid = try Self.spawn(words, environment: environment.map { "\($0.key)=\($0.value)" }, streams: streams)
        let life = Life()
        let (endings, continuation) = AsyncStream.makeStream(of: Ending.self)
        Thread {
            continuation.yield(life.end(of: pid))
            continuation.finish()
        }.start()
        self.pid = pid
        self.life = life
        ended = Task {
            for await ending in endings { return ending }
            return .exited(-1)
        }
    }

    /// Sends a signal; nothing when the process has ended.
    func signal(_ number: Int32) {
        life.whileAlive { kill(pid, number) }
    }

    /// Waits for its end; a test that has run out of time ends it.
    func ending() async -> Ending {
        await withTaskCancellationHandler {
            await ended.value
        } onCancel: {
            signal(SIGKILL)
        }
    }

    private static func spawn(_ words: [String], environment: [String], streams: Streams) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.output, O_WRONLY | O_APPEND, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams.errors, O_WRONLY | O_APPEND, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // As a shell starts programs: no signal ignored or blocked, whatever the test runner does with them.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var pid: pid_t = 0
        let code = withCStrings(words) { words in
            withCStrings(environment) { environment in
                posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, words, environment)
            }
        }
        guard code == 0 else { throw Failure(program: words[2], code: code) }
        return pid
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
