/// Keys that a call and `defaults` have in common, and token sources some of them.
enum SettingKeys {
    static let baseURL = Key(
        "base_url", .loaded(.url), .load, doc: "What a URL that begins with / is joined to.",
        example: "https://api.example.com/v1")
    static let query = Key(
        "query", .entries(), .request,
        doc: "Parameters that are added to the URL; a list repeats the name, null leaves it out.",
        example: "{limit: 500, updated_since: '${inputs.since}'}")
    static let headers = Key(
        "headers", .entries(.header), .request,
        doc: "Headers; a list repeats the name, null leaves it out.", example: "{X-Shop: north}")
    static let auth = Key(
        "auth", .plain(.text), standard: "the first source",
        doc: "The token source that the call is sent with, by name, or none.", example: "none")
    static let timeout = Key(
        "timeout", .loaded(.positiveDuration), .load, standard: "5m",
        doc: "How long one attempt may take, from connecting to the last byte; a download takes as long as it likes.",
        example: "1m")
    static let connectTimeout = Key(
        "connect_timeout", .loaded(.positiveDuration), .load, standard: "10s",
        doc: "How long connecting may take.", example: "5s")
    static let idleTimeout = Key(
        "idle_timeout", .loaded(.positiveDuration), .load, standard: "30s",
        doc: "How long no byte may come.", example: "20s")
    static let maxWait = Key(
        "max_wait", .loaded(.duration), .load, standard: "5m",
        doc: "The longest that all waits between attempts together may be.", example: "30s")
    static let retry = Key(
        "retry", .either(.off, or: .section(RetryKeys.section)), .load,
        doc: "When and how often a request is sent again, or false for never.", example: "{attempts: 3}")
    static let rateLimit = Key(
        "rate_limit", .loaded(.rate), .load,
        doc: "The most requests in a time, one budget for each host.", example: "20/s")
    static let maxResponse = Key(
        "max_response", .loaded(.size), .load, standard: "100MiB",
        doc: "The largest body, decoded.", example: "10MB")
    static let redirects = Key(
        "redirects", .loaded(.integer(0...50)), .load, standard: "10",
        doc: "The most redirects that are followed; credentials never go along to another origin.", example: "3")
    static let tls = Key(
        "tls", .section(TLSKeys.section), .load, doc: "Certificates and keys of the connection.",
        example: "{ca: company-ca.pem}")
    static let proxy = Key(
        "proxy", .loaded(.proxy), .load, standard: "what http_proxy and no_proxy say",
        doc: "The proxy's URL, or empty text for none; loopback and Unix sockets are never asked for through one.",
        example: "http://proxy.example.com:3128")
    static let unixSocket = Key(
        "unix_socket", .loaded(.path), .load,
        doc: "A Unix socket to connect to instead of the URL's host.", example: "/var/run/docker.sock")
    static let httpVersion = Key(
        "http_version", .loaded(ScalarReader<TransportSettings.HTTPVersion>.word), .load, standard: "auto",
        doc: "The version of HTTP; auto takes HTTP/2 where the server offers it.", example: "'1.1'")
    static let onError = Key(
        "on_error", .plain(ScalarReader<ErrorHandling>.word), standard: "fail",
        doc: """
            What a failure does: fail ends the run; continue goes on with the next call, and the run still fails at \
            the end.
            """,
        example: "continue")

    /// How bytes travel.
    static let transport: [any LanguageKey] = [
        timeout, connectTimeout, idleTimeout, maxResponse, tls, proxy, unixSocket, httpVersion,
    ]
    /// When requests are sent again, and how fast.
    static let pace: [any LanguageKey] = [retry, maxWait, rateLimit, redirects]
}
