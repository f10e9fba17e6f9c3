/// A request as it is to be sent, but for what an ``Authorizer`` adds.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, in upper case as a rule.
    public var method: String
    /// The absolute URL; ``HTTPURL/problem(of:)`` says whether it can be called.
    public var url: String
    /// The header fields.
    public var headers: HTTPHeaders
    /// The body.
    public var body: HTTPBody
    /// How it travels.
    public var options: TransferOptions
    /// Whether sending it twice does no more than sending it once.
    public var isIdempotent: Bool
    /// The names, as not yet encoded, of query parameters whose values are secret.
    public var secretQueryNames: Set<String>
    /// What it is signed with as it is sent; nil for no signature of Amazon's.
    ///
    /// It stays behind when a redirect leads to another origin.
    public var awsSignature: AWSSignature?
    /// Whether a server's redirect led here, so that the URL is not the job's own choice.
    public internal(set) var isRedirected = false

    /// Makes a request.
    public init(
        method: String,
        url: String,
        headers: HTTPHeaders = HTTPHeaders(),
        body: HTTPBody = .none,
        options: TransferOptions = TransferOptions(),
        isIdempotent: Bool
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.options = options
        self.isIdempotent = isIdempotent
        secretQueryNames = []
        awsSignature = nil
    }

    /// Whether anything in it is known to be secret.
    var hasSecret: Bool {
        awsSignature != nil || body.isSecret || !secretQueryNames.isEmpty || headers.contains(where: \.isSecret)
    }
}
