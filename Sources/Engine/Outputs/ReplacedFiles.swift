import Sinks
import Synchronization

/// The files that runs of this process are about to replace: each belongs to one run.
final class ReplacedFiles: Sendable {
    static let shared = ReplacedFiles()

    private let paths = Mutex<Set<String>>([])

    /// Takes a file for a run.
    ///
    /// - Throws: that another run of this process has it.
    func take(_ path: String) throws(SinkError) {
        guard !paths.withLock({ $0.insert(path).inserted }) else { return }
        throw SinkError(
            .busy, path: path, operation: .open, message: "another run of this process writes to it",
            advice: "give each run a file of its own: use an input in its path")
    }

    /// Gives a file back; one that is not taken is left alone.
    func giveBack(_ path: String) {
        _ = paths.withLock { $0.remove(path) }
    }
}
