public import Diagnostics
public import JSONPath

/// What the answers of a call must be: `expect`.
public struct Expectation: Sendable {
    /// How many records a call must have.
    public struct RecordCount: Sendable, Hashable {
        /// At least so many.
        public var minimum: Int?
        /// At most so many.
        public var maximum: Int?
        /// The part by which they may be fewer than in the last good run, from 0 (not at all) to 1.
        public var shrink: Double?

        /// Makes bounds.
        public init(minimum: Int? = nil, maximum: Int? = nil, shrink: Double? = nil) {
            self.minimum = minimum
            self.maximum = maximum
            self.shrink = shrink
        }
    }

    /// The statuses of a good answer; nil for any 2xx.
    public var status: StatusPattern?
    /// What headers must be.
    public var headers: [HeaderTest]
    /// What must hold on the body, all of them.
    public var body: [Located<JSONCondition>]
    /// The longest that one attempt may take.
    public var maxDuration: Duration?
    /// How many records the whole call must have.
    public var records: RecordCount
    /// Where it stands: `expect`, or the call where there is none.
    public var span: SourceSpan

    /// Makes an expectation; by default any 2xx will do.
    public init(
        status: StatusPattern? = nil,
        headers: [HeaderTest] = [],
        body: [Located<JSONCondition>] = [],
        maxDuration: Duration? = nil,
        records: RecordCount = RecordCount(),
        span: SourceSpan
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.maxDuration = maxDuration
        self.records = records
        self.span = span
    }
}
