/// The end of an exchange that brought an answer.
public struct ExchangeResult: Sendable {
    /// The answer.
    public let response: HTTPResponse
    /// How often the request was sent beyond the first time; not for a redirect or a new credential.
    public let retries: Int
    /// How many redirects were followed.
    public let redirects: Int
    /// How long it waited between attempts and for rate limits.
    public let waited: Duration

    /// Makes a result.
    public init(response: HTTPResponse, retries: Int = 0, redirects: Int = 0, waited: Duration = .zero) {
        self.response = response
        self.retries = retries
        self.redirects = redirects
        self.waited = waited
    }
}
