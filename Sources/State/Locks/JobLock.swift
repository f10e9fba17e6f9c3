#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// The lock of a job among the processes of a machine; it is free the instant its process dies.
///
/// It is a `flock` on a file that is there for nothing else and stays there: one that is removed while somebody waits for
/// it would be two locks.
public final class JobLock: Sendable {
    /// What came of an attempt.
    public enum Outcome: Sendable {
        /// The lock, until it is released or dropped.
        case taken(JobLock)
        /// Another process has it: which one, in words.
        case held(by: String)
    }

    /// What is done when another process has the lock.
    public enum Policy: String, Sendable, Hashable {
        /// The attempt gives `held`, and the run fails.
        case fail
        /// Wait until it is free.
        case wait
        /// The attempt gives `held`, and the run is passed over.
        case skip
    }

    /// The open file; -1 once it is released.
    private let file: Mutex<Int32>

    private init(owning file: Int32) {
        self.file = Mutex(file)
    }

    deinit {
        release()
    }

    /// Gives the lock back; a second time does nothing.
    public func release() {
        file.withLock { file in
            guard file >= 0 else { return }
            // Closing alone leaves it to a process that was forked a moment ago and has not begun its program yet.
            flock(file, LOCK_UN)
            close(file)
            file = -1
        }
    }

    /// Takes the lock of a job if it is free.
    ///
    /// - Parameters:
    ///   - job: what the lock is for, usually the job's name.
    ///   - folder: the folder of the locks: ``StateFolder/locks``. It has to be there.
    /// - Throws: when there can be no lock. That another has it is an outcome.
    public static func take(job: String, folder: String) throws(StateError) -> Outcome {
        let path = "\(folder)/\(LockName.of(job)).lock"
        do throws(SystemError) {
            // Who finds the file replaced again and again has somebody removing it.
            for _ in 0..<100 {
                if let outcome = try attempt(path) { return outcome }
            }
        } catch {
            if [ENOLCK, ENOTSUP, ENOSYS].contains(error.code) {
                throw StateError(
                    .failed, "\(path): this file system has no locks; set XDG_STATE_HOME to a folder of one that has")
            }
            throw error.stateError(path)
        }
        throw StateError(.failed, "\(path): the file is removed again and again")
    }

    /// One attempt; nil when the file was removed meanwhile.
    private static func attempt(_ path: String) throws(SystemError) -> Outcome? {
        let file = try SystemError.check {
            open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
        }
        let lock = JobLock(owning: file)
        // The process's mask may have taken the rights away that the next process needs.
        var status = stat()
        try SystemError.check { fstat(file, &status) }
        if status.st_mode & 0o777 != 0o600 { try SystemError.check { fchmod(file, 0o600) } }
        do throws(SystemError) {
            try SystemError.check { flock(file, LOCK_EX | LOCK_NB) }
        } catch {
            guard error.code == EWOULDBLOCK else { throw error }
            return .held(by: LockOwner.read(file))
        }
        guard let named = try FileSystem.status(path), named.st_ino == status.st_ino, named.st_dev == status.st_dev
        else { return nil }
        LockOwner.write(file)
        return .taken(lock)
    }
}
