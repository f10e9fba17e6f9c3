/// One finding: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable {
        /// The job cannot run.
        case error
        /// The job can run, and probably does not do what was meant.
        case warning
    }

    /// Another place that belongs to the finding, such as the first of two equal keys.
    public struct Related: Hashable, Sendable {
        /// The place.
        public let span: SourceSpan
        /// What is there: "first defined here".
        public let label: String

        /// Puts a place and what is there together.
        public init(_ span: SourceSpan, _ label: String) {
            self.span = span
            self.label = label
        }
    }

    /// The stable code.
    public var code: DiagnosticCode
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, in one line without a full stop.
    public var title: String
    /// Where it is, if it is at a place.
    public var span: SourceSpan?
    /// A few words beside the marked place: what to do there.
    public var label: String?
    /// Further lines, each shown after `=`.
    public var notes: [String]
    /// Other places that belong to it.
    public var related: [Related]

    /// Makes a diagnostic from its parts.
    public init(
        code: DiagnosticCode,
        severity: Severity = .error,
        title: String,
        span: SourceSpan? = nil,
        label: String? = nil,
        notes: [String] = [],
        related: [Related] = []
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.span = span
        self.label = label
        self.notes = notes
        self.related = related
    }
}
