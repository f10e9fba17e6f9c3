internal import Synchronization

/// Notes which keys of the language are read, so that a test can find one that nobody does.
final class KeyReads: Sendable {
    /// Where reads are noted; nil outside of tests.
    @TaskLocal static var current: KeyReads?

    private let noted = Mutex<Set<String>>([])

    /// The keys that were read, as `SECTION.KEY`.
    var all: Set<String> { noted.withLock { $0 } }

    /// Notes that a key of a section was read.
    func note(section: String, key: String) {
        noted.withLock { _ = $0.insert("\(section).\(key)") }
    }
}
