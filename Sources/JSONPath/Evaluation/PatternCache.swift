internal import IRegexp
internal import Synchronization

/// The latest patterns that one call of `match` or `search` met, compiled; documents tend to repeat them.
final class PatternCache: Sendable {
    private struct Entry {
        let text: String
        let pattern: IRegexp?
    }

    private static let capacity = 8

    private let entries: Mutex<[Entry]> = Mutex([])

    /// A compiled pattern; nil when the text is no I-Regexp.
    func pattern(_ text: String) -> IRegexp? {
        entries.withLock { entries in
            if let known = entries.first(where: { $0.text.utf8.elementsEqual(text.utf8) }) { return known.pattern }
            let pattern = try? IRegexp(text)
            if entries.count == Self.capacity { entries.removeFirst() }
            entries.append(Entry(text: text, pattern: pattern))
            return pattern
        }
    }
}
