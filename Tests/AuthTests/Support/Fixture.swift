import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

/// A job's `auth` section, and all that its token source needs.
struct Fixture {
    static let tokenURL = "https://auth.example.com/token"
    static let api = "https://api.example.com"
    static let secret = "s3cret+of the/client"

    let file = SourceFile(
        name: "job.yaml",
        text: """
            auth:
              token_url: https://auth.example.com/token
              client_id: the client
              client_secret: ${env.SECRET}
              client_auth: client_secret_post
              hosts: somewhere
            """)
    var oauth: OAuthSource
    var hosts: [String]?
    var origins = [Fixture.api]
    let clock = ManualClock()
    let redactor = Redactor()

    init(tokenURL: String = Fixture.tokenURL, secret: String? = Fixture.secret) {
        let file = file
        func place(_ text: String) -> SourceSpan { Self.span(of: text, in: file) }
        oauth = OAuthSource(
            endpoint: .url(Located(tokenURL, at: place("https://auth.example.com/token"))),
            client: OAuthClient(
                id: Located("the client", at: place("the client")),
                secret: secret.map { Located(Secret($0), at: place("${env.SECRET}")) },
                method: Located(secret == nil ? .none : .clientSecretPost, at: place("client_secret_post"))))
    }

    var source: TokenSourceConfiguration {
        TokenSourceConfiguration(
            name: "default", span: Self.span(of: "auth", in: file), kind: .oauth(oauth),
            hosts: hosts?.map { Located($0, at: Self.span(of: "somewhere", in: file)) }, allowedOrigins: origins)
    }

    mutating func authenticate(
        _ method: ClientAuthenticationMethod, _ encoding: OAuthClient.BasicEncoding = .form
    ) {
        oauth.client.method?.value = method
        oauth.client.basicEncoding = encoding
    }

    func credentials(_ transport: any Transport) -> Credentials {
        credentials([source], transport)
    }

    func credentials(_ sources: [TokenSourceConfiguration], _ transport: any Transport) -> Credentials {
        Credentials(sources, context: context(transport))
    }

    /// What the sources share, with nothing but what goes over the wire.
    func context(_ transport: any Transport) -> SourceContext {
        SourceContext(
            transport: transport, limits: RunLimits(clock: clock), clock: clock, redactor: redactor,
            makeRequest: { call throws(TokenFailure) in throw TokenFailure.noRequest(call) })
    }

    /// The endpoint of the source alone, without what keeps its tokens.
    func endpoint(
        _ transport: any Transport, shared: SharedServers = SharedServers(),
        otherToken: @escaping TokenEndpoint.OtherToken = { name throws(TokenFailure) in
            Token(value: Secret("token of \(name)"), header: nil, scheme: "")
        }
    ) -> TokenEndpoint {
        TokenEndpoint(oauth, of: source, shared: shared, context: context(transport), otherToken: otherToken)
    }

    /// What is sent for a token, attempt by attempt; by default the server gives one at once.
    func sent(_ answers: HTTPResponse...) async -> [HTTPRequest] {
        let answers = answers.isEmpty ? [Answers.token("granted-token")] : answers
        let transport = ScriptedTransport { _, number throws(TransferError) in answers[min(number, answers.count) - 1] }
        _ = await endpoint(transport).fetch()
        return transport.requests
    }

    /// The one request that is sent for a token.
    func request() async throws -> HTTPRequest {
        let requests = await sent()
        try #require(requests.count == 1)
        return requests[0]
    }

    /// The form of the one request that is sent for a token.
    func form() async throws -> SentForm { try SentForm(await request()) }

    /// The failure of getting a token from a server that answers like this.
    func failure(_ answer: HTTPResponse) async -> TokenFailure? {
        await failure(ScriptedTransport(answer))
    }

    func failure(_ transport: any Transport) async -> TokenFailure? {
        do throws(TokenFailure) {
            _ = try await credentials(transport).token(of: "default")
            return nil
        } catch {
            return error
        }
    }

    static func request(_ url: String = "\(Fixture.api)/orders") -> HTTPRequest {
        HTTPRequest(method: "GET", url: url, isIdempotent: true)
    }

    /// A value at a place of the job file.
    func located<Value>(_ value: Value, at text: String = "auth") -> Located<Value> {
        Located(value, at: Self.span(of: text, in: file))
    }

    private static func span(of text: String, in file: SourceFile) -> SourceSpan {
        let start = file.bytes.firstRange(of: Array(text.utf8))?.lowerBound ?? 0
        return SourceSpan(file: file, start: start, end: start + text.utf8.count)
    }
}
