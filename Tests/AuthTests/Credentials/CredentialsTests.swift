import Diagnostics
import HTTP
import JSON
import JobFile
import Secrets
import Testing

@testable import Auth
@testable import HTTP

@Suite("The credentials of a run")
struct CredentialsTests {
    private let fixture = Fixture()
    private let transport = ScriptedTransport(Answers.token("abc"))

    private func source(
        _ name: String, _ kind: TokenSourceConfiguration.Kind, hosts: [String]? = nil
    ) -> TokenSourceConfiguration {
        TokenSourceConfiguration(
            name: name, span: fixture.source.span, kind: kind,
            hosts: hosts?.map { Located($0, at: fixture.source.span) }, allowedOrigins: [Fixture.api])
    }

    private func authorized(
        _ source: TokenSourceConfiguration, _ request: HTTPRequest = Fixture.request()
    ) async throws -> HTTPRequest {
        var request = request
        let authorizer = fixture.credentials([source], transport).authorizer(named: source.name)
        try await #require(authorizer).authorize(&request)
        return request
    }

    @Test("a bearer token in its header")
    func bearer() async throws {
        let standard = try await authorized(source("a", .bearer(Secret("abc12345"), placement: TokenPlacement())))
        #expect(standard.headers.all("Authorization") == ["Bearer abc12345"])
        #expect(standard.headers.allSatisfy { $0.isSecret })
        let other = try await authorized(
            source("a", .bearer(Secret("abc12345"), placement: TokenPlacement(header: "X-Token", scheme: ""))))
        #expect(other.headers.all("X-Token") == ["abc12345"])
        #expect(fixture.redactor.redact("it is abc12345") == "it is ***")
    }

    @Test("a user and a password as Basic")
    func basic() async throws {
        let request = try await authorized(
            source("a", .basic(username: "Aladdin", password: Secret("open sesame"))))
        #expect(request.headers.all("Authorization") == ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="])
        #expect(fixture.redactor.redact("QWxhZGRpbjpvcGVuIHNlc2FtZQ== open sesame") == "*** ***")
    }

    @Test("a key in a header or in the query, where it replaces one that is there")
    func apiKey() async throws {
        let header = try await authorized(
            source("a", .apiKey(APIKey(placement: .header("X-Api-Key"), value: Secret("k y&1")))))
        #expect(header.headers.all("X-Api-Key") == ["k y&1"])
        let key = source("a", .apiKey(APIKey(placement: .query("api key"), value: Secret("k y&1"))))
        for (url, expected) in [
            ("/a", "/a?api%20key=k%20y%261"), ("/a?", "/a?api%20key=k%20y%261"),
            ("/a?b=c#d", "/a?b=c&api%20key=k%20y%261#d"),
            ("/a?api%20key=old&b=c&api%20key", "/a?b=c&api%20key=k%20y%261"),
        ] {
            let query = try await authorized(key, Fixture.request(Fixture.api + url))
            #expect(query.url == Fixture.api + expected)
            #expect(query.secretQueryNames == ["api key"])
            #expect(try await authorized(key, query).url == query.url)
        }
    }

    @Test("a credential or a header with a line break is not sent, and not shown")
    func lineBreak() async throws {
        let token = source("a", .bearer(Secret("abc12345\r\nX-Evil: 1"), placement: TokenPlacement()))
        let failure = await #expect(throws: AuthorizationFailure.self) { try await authorized(token) }
        let reason = try #require(failure?.reason as? TokenFailure)
        #expect(reason.diagnostic.code == .tokenCannotBeSent)
        #expect(!"\(reason)".contains("abc12345"))

        var fixture = fixture
        fixture.oauth.headers = [.init(name: "X-Tenant", value: SensitiveText("a\nb"))]
        #expect(await fixture.failure(transport)?.diagnostic.code == .tokenCannotBeSent)
        #expect(transport.requests.isEmpty)
    }

    @Test("a credential that is at hand cannot be got again")
    func fixed() async throws {
        let source = source("a", .bearer(Secret("abc12345"), placement: TokenPlacement()))
        let credentials = fixture.credentials([source], transport)
        let request = try await authorized(source)
        let authorizer = try #require(credentials.authorizer(named: "a"))
        let refusal = Answers.answer(401, "")
        #expect(try await !authorizer.renew(after: refusal, of: request, isForced: false))
        #expect(try await credentials.members(of: "a") == .object([]))
        #expect(transport.requests.isEmpty)
    }

    @Test("several sources, each for its own calls")
    func several() async throws {
        let credentials = fixture.credentials(
            [fixture.source, source("key", .apiKey(APIKey(placement: .header("X-Api-Key"), value: Secret("k"))))],
            transport)
        #expect(credentials.authorizer(named: "nobody") == nil)
        #expect(try await credentials.token(of: "default").fieldValue.reveal() == "Bearer abc")
        #expect(try await credentials.token(of: "key").header == "X-Api-Key")
        let failure = await #expect(throws: TokenFailure.self) { try await credentials.token(of: "nobody") }
        #expect(failure?.diagnostic.notes == ["the job has: default, key"])
    }

    @Test("a host that the credential is not for: said before a token is got")
    func wrongHost() async throws {
        let evil = Fixture.request("https://evil.example/?x=1")
        let failure = await #expect(throws: AuthorizationFailure.self) { try await authorized(fixture.source, evil) }
        let reason = try #require(failure?.reason as? TokenFailure)
        #expect(reason.kind == .hostNotAllowed)
        #expect(reason.diagnostic.code == .tokenHostNotAllowed)
        #expect(reason.diagnostic.title == "the credential 'default' may not be sent to https://evil.example")
        #expect(reason.diagnostic.span?.text == "auth")
        #expect(
            reason.diagnostic.notes.last?.contains("hosts: [https://api.example.com, https://evil.example]") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test("a host that is not in hosts: said where hosts stands")
    func notInHosts() async throws {
        var fixture = fixture
        fixture.hosts = ["*.example.org"]
        let failure = await #expect(throws: AuthorizationFailure.self) { try await authorized(fixture.source) }
        #expect((failure?.reason as? TokenFailure)?.diagnostic.span?.text == "somewhere")
    }

    @Test("without a host that is known before the first response it is sent nowhere")
    func noHost() async throws {
        var fixture = fixture
        fixture.origins = []
        let failure = await #expect(throws: AuthorizationFailure.self) { try await authorized(fixture.source) }
        #expect((failure?.reason as? TokenFailure)?.kind == .hostNotAllowed)
    }

    @Test("a redirect elsewhere goes without the credential")
    func redirected() async throws {
        var request = Fixture.request("https://evil.example/")
        request.isRedirected = true
        #expect(try await !authorized(fixture.source, request).headers.contains("Authorization"))
        var back = Fixture.request()
        back.isRedirected = true
        #expect(try await authorized(fixture.source, back).headers.contains("Authorization"))
    }
}
