/// What an examination of one token source found, in the order in which it happened.
public struct Examination: Sendable {
    /// How good a finding is.
    public enum Verdict: Sendable, Hashable {
        /// A fact.
        case fact
        /// Something that is as it should be.
        case good
        /// Something that is worth looking at, and no reason to fail tonight.
        case warning
        /// Something because of which there will be no token.
        case bad
    }

    /// Something found.
    public struct Finding: Sendable, Hashable {
        /// What it is about, a word: `request`, `clock`, `scope`.
        public let topic: String
        /// What was found; several lines for a request.
        ///
        /// Texts from the network in it are not escaped yet.
        public let text: String
        /// How good it is.
        public let verdict: Verdict
    }

    /// The name of the token source.
    public let source: String
    /// What was found.
    public internal(set) var findings: [Finding] = []
    /// Why there is no token, with the exit code of a run that fails for it; nil when there is one.
    public internal(set) var failure: RunFailure?

    /// Whether a run would get its token now.
    public var isHealthy: Bool { failure == nil && !findings.contains { $0.verdict == .bad } }

    init(source: String) {
        self.source = source
    }

    mutating func add(_ topic: String, _ text: String, _ verdict: Verdict = .fact) {
        findings.append(Finding(topic: topic, text: text, verdict: verdict))
    }
}
