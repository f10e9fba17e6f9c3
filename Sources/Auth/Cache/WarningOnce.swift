import Synchronization

/// Says what goes wrong, but each thing once only.
final class WarningOnce: Sendable {
    private let said = Mutex<Set<String>>([])
    private let warn: @Sendable (String) -> Void

    init(_ warn: @escaping @Sendable (String) -> Void) {
        self.warn = warn
    }

    func say(_ text: String) {
        if said.withLock({ $0.insert(text).inserted }) { warn(text) }
    }
}
