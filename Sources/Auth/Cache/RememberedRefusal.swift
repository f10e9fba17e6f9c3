import Diagnostics
import JSON

/// That a token endpoint said no, as it stands in a file for the next runs.
struct RememberedRefusal: Sendable, Hashable {
    private static let version = 1
    static let fileLimit = 64 << 10
    /// How long the first refusal counts.
    private static let firstDelay: Double = 60
    /// How long one counts at most that comes again and again.
    private static let longestDelay: Double = 600
    /// How long a server may ask to be left alone.
    private static let longestPause: Double = 3600
    /// After that long a refusal is a new one.
    private static let memory: Double = 3600

    /// The kinds of refusal.
    enum Kind: String, Sendable {
        /// The client is not accepted, and would be locked out by more attempts.
        case refused
        /// The server wants to be left alone for a while.
        case later
    }

    let kind: Kind
    /// Whether it is for the client's own credentials: a run that has older ones reads them again.
    let isInvalidClient: Bool
    /// When the server said it, in seconds since 1970.
    let at: Double
    /// How many seconds it counts.
    let delay: Double
    /// What it said, fit to be shown.
    let said: [String]

    /// When the server may be asked again, in seconds since 1970.
    var end: Double { at + delay }

    /// Whether it counts at a moment; one from the future is from a clock that was set back since.
    func isStanding(at now: Double) -> Bool { at <= now && now < end }

    /// What is to be remembered of a failure; nil for one that the next run may well not meet.
    ///
    /// - Parameter last: the refusal before this one: the same again counts for twice as long.
    init?(_ failure: TokenFailure, after last: RememberedRefusal?, at now: Double, text: UntrustedText) {
        if let pause = failure.retryAfter {
            kind = .later
            delay = min(max(pause / .seconds(1), 1), Self.longestPause)
        } else if failure.kind == .refused, failure.isLasting {
            kind = .refused
            delay = Self.delay(after: last, at: now)
        } else {
            return nil
        }
        at = now
        isInvalidClient = failure.isInvalidClient
        let diagnostic = failure.diagnostic
        said = ([diagnostic.title] + [diagnostic.label].compactMap(\.self) + diagnostic.notes)
            .prefix(10).map { text.show($0, limit: 300) }
    }

    private static func delay(after last: RememberedRefusal?, at now: Double) -> Double {
        guard let last, last.kind == .refused, last.at <= now, now < last.end + memory else { return firstDelay }
        // Those that ask at the same time, or by hand, do not make it longer.
        return last.isStanding(at: now) ? last.delay : min(last.delay * 2, longestDelay)
    }

    /// Reads a file; nil for one that is broken, of another version or another key.
    init?(_ bytes: [UInt8], key: String) {
        guard let root = try? JSONDocument(bytes).root, root["version"]?.number?.int == Self.version,
            root["key"]?.string == key, let kind = root["kind"]?.string.flatMap(Kind.init),
            let at = root["refused_at"]?.number?.double, let delay = root["delay"]?.number?.double,
            0...Self.longestPause ~= delay, let said = root["said"]
        else { return nil }
        self.kind = kind
        isInvalidClient = root["invalid_client"]?.bool ?? false
        self.at = at
        self.delay = delay
        self.said = said.elements.prefix(10).compactMap(\.string)
    }

    /// The file of a refusal.
    func bytes(key: String) -> [UInt8] {
        func number(_ value: Double) -> JSONValue { JSONNumber(value).map { .number($0) } ?? .null }
        var bytes: [UInt8] = []
        JSONValue.object([
            JSONMember(name: "version", value: .number(JSONNumber(Self.version))),
            JSONMember(name: "key", value: .string(key)),
            JSONMember(name: "kind", value: .string(kind.rawValue)),
            JSONMember(name: "invalid_client", value: .bool(isInvalidClient)),
            JSONMember(name: "refused_at", value: number(at)),
            JSONMember(name: "delay", value: number(delay)),
            JSONMember(name: "said", value: .array(said.map { .string($0) })),
        ]).write(to: &bytes)
        return bytes
    }
}
