public import Diagnostics
public import JSONPath

/// How a call waits until something is done: `poll`.
///
/// The call is sent again until an answer says that it is done. At least one of `condition` and `status` is there; with
/// both, both must hold.
public struct Poll: Sendable {
    /// What must hold on the body.
    public var condition: Located<JSONCondition>?
    /// The statuses of an answer that says so.
    public var status: StatusPattern?
    /// What on the body means that it has failed.
    public var fail: Located<JSONCondition>?
    /// How long to wait between two requests, unless the answer has a `Retry-After`.
    public var every: Duration
    /// How long to wait in all.
    public var timeout: Duration
    /// Where it stands.
    public var span: SourceSpan

    /// Makes it from its parts; the defaults are those of the language.
    public init(
        condition: Located<JSONCondition>? = nil,
        status: StatusPattern? = nil,
        fail: Located<JSONCondition>? = nil,
        every: Duration = .seconds(5),
        timeout: Duration = .seconds(600),
        span: SourceSpan
    ) {
        self.condition = condition
        self.status = status
        self.fail = fail
        self.every = every
        self.timeout = timeout
        self.span = span
    }
}
