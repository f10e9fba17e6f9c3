public import Diagnostics
public import JSONPath

/// One call: a request, what its answer must be, what is taken out of it and where that goes.
public struct Call: Sendable {
    /// How others refer to it.
    public var name: String
    /// Where it stands.
    public var span: SourceSpan
    /// Where each of its keys stands, by name; the key inside a mapping as `paginate.max_pages`.
    ///
    /// The method key is also there as `url`. Keys that come from `defaults` are not there.
    public var keySpans: [String: SourceSpan]
    /// What is sent.
    public var request: RequestTemplate
    /// Which credentials go along.
    public var authorization: CallAuthorization
    /// How bytes travel.
    public var transport: TransportSettings
    /// When and how often it is sent again.
    public var retry: RetrySettings
    /// The most requests in a time, for the URL's host; nil without a limit.
    public var rateLimit: Rate?
    /// The longest that all waits of the call together may be; default 5 minutes.
    public var maxWait: Duration
    /// The most redirects that are followed; 0 for none.
    public var redirects: Int
    /// Whether it may be sent twice: by its method, `idempotent: true`, or a GraphQL query.
    public var isIdempotent: Bool
    /// `when`: exactly one `${…}`; true runs the call, false or null skips it.
    public var condition: LocatedTemplate?
    /// What a failure does to the calls after it.
    public var onError: ErrorHandling
    /// The loop, if it is one.
    public var forEach: ForEach?
    /// How further pages are asked for, if they are.
    public var pagination: Pagination?
    /// What particular answers mean; the first that matches decides.
    public var rules: [Rule]
    /// What the answer must be.
    public var expectation: Expectation
    /// How the body is read.
    public var responseFormat: ResponseFormat
    /// What is taken out of the answer, in the order of the file.
    public var extractions: [Extraction]
    /// Where the records are; nil for the elements of an array body, otherwise the body itself.
    public var records: Located<JSONPath>?
    /// What a record becomes; nil to leave it as it is.
    public var fields: [Field]?
    /// Where the records go.
    public var writes: [SinkTemplate]
    /// The file that the body is streamed to.
    public var download: LocatedTemplate?
    /// How it goes on where the last run ended, if it does.
    public var incremental: Incremental?
    /// How it waits until something is done, if it does.
    public var poll: Poll?
    /// The header by which the API knows a request that it has seen, if there is one.
    public var idempotencyKey: IdempotencyKey?
    /// Whether the validators of the last run are sent, so that what is unchanged is not sent again.
    public var isConditional: Bool
    /// The names of the later calls whose loops are over what this call got, each once, in their order.
    ///
    /// What this call got is safe only when they are done too.
    public var feeds: [String]
    /// Whether a later template uses the call's records, so that they must be kept.
    public var recordsAreReferenced: Bool
    /// Whether a later template uses the call's body, so that it must be kept.
    public var bodyIsReferenced: Bool
    /// The origin of its URL as far as known before any response (`https://api.example.com`, in lower case and without
    /// a default port); nil when only the call's templates tell.
    public var staticOrigin: String?

    /// Makes a call; the defaults are those of the language.
    public init(
        name: String,
        span: SourceSpan,
        keySpans: [String: SourceSpan] = [:],
        request: RequestTemplate,
        authorization: CallAuthorization = .none,
        transport: TransportSettings = TransportSettings(),
        retry: RetrySettings = RetrySettings(),
        rateLimit: Rate? = nil,
        maxWait: Duration = .seconds(300),
        redirects: Int = Call.standardRedirects,
        isIdempotent: Bool = true,
        condition: LocatedTemplate? = nil,
        onError: ErrorHandling = .fail,
        forEach: ForEach? = nil,
        pagination: Pagination? = nil,
        rules: [Rule] = [],
        expectation: Expectation,
        responseFormat: ResponseFormat = .json,
        extractions: [Extraction] = [],
        records: Located<JSONPath>? = nil,
        fields: [Field]? = nil,
        writes: [SinkTemplate] = [],
        download: LocatedTemplate? = nil,
        incremental: Incremental? = nil,
        poll: Poll? = nil,
        idempotencyKey: IdempotencyKey? = nil,
        isConditional: Bool = false,
        feeds: [String] = [],
        recordsAreReferenced: Bool = false,
        bodyIsReferenced: Bool = false,
        staticOrigin: String? = nil
    ) {
        self.name = name
        self.span = span
        self.keySpans = keySpans
        self.request = request
        self.authorization = authorization
        self.transport = transport
        self.retry = retry
        self.rateLimit = rateLimit
        self.maxWait = maxWait
        self.redirects = redirects
        self.isIdempotent = isIdempotent
        self.condition = condition
        self.onError = onError
        self.forEach = forEach
        self.pagination = pagination
        self.rules = rules
        self.expectation = expectation
        self.responseFormat = responseFormat
        self.extractions = extractions
        self.records = records
        self.fields = fields
        self.writes = writes
        self.download = download
        self.incremental = incremental
        self.poll = poll
        self.idempotencyKey = idempotencyKey
        self.isConditional = isConditional
        self.feeds = feeds
        self.recordsAreReferenced = recordsAreReferenced
        self.bodyIsReferenced = bodyIsReferenced
        self.staticOrigin = staticOrigin
    }

    /// How many redirects are followed where nothing is said.
    public static let standardRedirects = 10

    /// Where a key stands, or the whole call when it does not have the key itself.
    public func span(ofKey key: String) -> SourceSpan { keySpans[key] ?? span }
}
