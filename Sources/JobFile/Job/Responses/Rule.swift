public import Diagnostics
public import JSONPath

/// What particular answers mean: an entry of `rules`.
///
/// All parts that it has must hold.
public struct Rule: Sendable {
    /// The statuses it is about; nil for all.
    public var statuses: StatusPattern?
    /// What headers must be.
    public var headers: [HeaderTest]
    /// What must hold on the body.
    public var body: Located<JSONCondition>?
    /// What such an answer means.
    public var action: RuleAction
    /// Where it stands.
    public var span: SourceSpan

    /// Makes a rule from its parts.
    public init(
        statuses: StatusPattern? = nil,
        headers: [HeaderTest] = [],
        body: Located<JSONCondition>? = nil,
        action: RuleAction,
        span: SourceSpan
    ) {
        self.statuses = statuses
        self.headers = headers
        self.body = body
        self.action = action
        self.span = span
    }
}
