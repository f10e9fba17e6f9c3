import Diagnostics
import HTTP
import JobFile
import Secrets

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
    var client: ClientCredentials
    var hosts: [String]?
    var origins = [Fixture.api]
    let clock = ManualClock()
    let redactor = Redactor()

    init(tokenURL: String = Fixture.tokenURL, secret: String? = Fixture.secret) {
        let file = file
        func place(_ text: String) -> SourceSpan { Self.span(of: text, in: file) }
        client = ClientCredentials(
            tokenURL: Located(tokenURL, at: place("https://auth.example.com/token")),
            clientID: Located("the client", at: place("the client")),
            clientSecret: secret.map { Located(Secret($0), at: place("${env.SECRET}")) },
            clientAuthentication: Located(
                secret == nil ? .none : .clientSecretPost, at: place("client_secret_post")))
    }

    var source: TokenSourceConfiguration {
        TokenSourceConfiguration(
            name: "default", span: Self.span(of: "auth", in: file), kind: .clientCredentials(client),
            hosts: hosts?.map { Located($0, at: Self.span(of: "somewhere", in: file)) }, allowedOrigins: origins)
    }

    mutating func authenticate(
        _ method: ClientAuthenticationMethod, _ encoding: ClientCredentials.BasicEncoding = .form
    ) {
        client.clientAuthentication.value = method
        client.basicEncoding = encoding
    }

    func credentials(_ transport: any Transport) -> Credentials {
        credentials([source], transport)
    }

    func credentials(_ sources: [TokenSourceConfiguration], _ transport: any Transport) -> Credentials {
        Credentials(
            sources, transport: transport, limits: RunLimits(clock: clock), clock: clock, redactor: redactor,
            observe: { _, _ in })
    }

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

    private static func span(of text: String, in file: SourceFile) -> SourceSpan {
        let start = file.bytes.firstRange(of: Array(text.utf8))?.lowerBound ?? 0
        return SourceSpan(file: file, start: start, end: start + text.utf8.count)
    }
}
