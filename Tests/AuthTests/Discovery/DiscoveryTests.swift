import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Discovery")
struct DiscoveryTests {
    private static let issuer = "https://as.example/realms/one"
    private static let standard = "https://as.example/.well-known/oauth-authorization-server/realms/one"
    private static let openID = "https://as.example/realms/one/.well-known/openid-configuration"

    private func fixture(_ issuer: String = issuer, method: ClientAuthenticationMethod? = nil) -> Fixture {
        var fixture = Fixture()
        fixture.oauth.endpoint = .issuer(fixture.located(issuer, at: Fixture.tokenURL))
        fixture.oauth.client.method = method.map { fixture.located($0) }
        return fixture
    }

    private func metadata(
        issuer: String = issuer, token: String? = "https://as.example/t", _ more: String = ""
    ) -> String {
        let endpoint = token.map { #", "token_endpoint": "\#($0)""# } ?? ""
        return #"{"issuer": "\#(issuer)"\#(endpoint)\#(more.isEmpty ? "" : ", " + more)}"#
    }

    /// A server with these documents; everything else is a 404, and each POST gives a token.
    private func server(_ documents: [String: HTTPResponse]) -> ScriptedTransport {
        ScriptedTransport { request, _ throws(TransferError) in
            if request.method == "POST" { return Answers.token("granted") }
            return documents[request.url] ?? Answers.answer(404, "not here", url: request.url)
        }
    }

    private func failure(_ documents: [String: HTTPResponse], _ fixture: Fixture? = nil) async throws -> TokenFailure {
        let transport = server(documents)
        let failure = try #require(await (fixture ?? self.fixture()).failure(transport))
        #expect(!transport.requests.contains { $0.method == "POST" })
        return failure
    }

    @Test("RFC 8414 first: one request for the metadata, then the token")
    func standard() async throws {
        let transport = server([Self.standard: Answers.answer(200, metadata())])
        #expect(try await fixture().credentials(transport).token(of: "default").value.reveal() == "granted")
        #expect(transport.requests.map(\.url) == [Self.standard, "https://as.example/t"])
        #expect(transport.requests[0].method == "GET")
        #expect(transport.requests[0].headers.first("Accept") == "application/json")
        #expect(transport.limits == [1 << 20, 1 << 20])
        // What is not said is client_secret_basic.
        #expect(transport.requests[1].headers.first("Authorization")?.hasPrefix("Basic ") == true)
    }

    @Test(
        "OpenID Connect next, whatever stands in the first place that is no metadata of this issuer",
        arguments: [
            Answers.answer(404, ""), Answers.answer(400, "{}"), Answers.answer(403, ""),
            Answers.answer(200, "<html><title>Hi</title></html>"), Answers.answer(200, "[]"),
            Answers.answer(302, "", headers: [("Location", "https://evil.example/")]),
            Answers.answer(200, #"{"issuer": "https://as.example", "token_endpoint": "https://as.example/other"}"#),
        ])
    func openID(first: HTTPResponse) async throws {
        let transport = server([Self.standard: first, Self.openID: Answers.answer(200, metadata())])
        _ = try await fixture().credentials(transport).token(of: "default")
        #expect(transport.requests.map(\.url) == [Self.standard, Self.openID, "https://as.example/t"])
    }

    @Test("an endpoint that is of no use here does not matter, whatever it is")
    func otherEndpoint() async throws {
        let document = metadata(
            issuer: Self.issuer, token: "https://as.example/t",
            #""introspection_endpoint": "/introspect", "jwks_uri": 1"#)
        _ = try await fixture().credentials(server([Self.standard: Answers.answer(200, document)]))
            .token(of: "default")
    }

    @Test("once for a run and an issuer, however many ask at the same time")
    func once() async throws {
        let shared = SharedServers()
        let gate = Gate()
        let document = metadata()
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            if request.method == "POST" { return Answers.token("granted") }
            await gate.pass()
            return Answers.answer(200, document)
        }
        let endpoints = (1...20).map { _ in fixture().endpoint(transport, shared: shared) }
        await withTaskGroup { group in
            for endpoint in endpoints { group.addTask { _ = await endpoint.fetch() } }
            gate.open()
        }
        #expect(transport.requests.count { $0.method == "GET" } == 1)
        #expect(transport.requests.count { $0.method == "POST" } == 20)
    }

    @Test("asked for again after a failure")
    func again() async throws {
        let document = metadata()
        let transport = ScriptedTransport { request, number throws(TransferError) in
            if request.method == "POST" { return Answers.token("granted") }
            guard number > 3 else { throw TransferError(.refused, message: "refused") }
            return Answers.answer(200, document)
        }
        let endpoint = fixture().endpoint(transport)
        guard case .failure(let failure) = await endpoint.fetch() else { return #expect(Bool(false)) }
        #expect(failure.kind == .unreachable)
        #expect(failure.diagnostic.title.contains(Self.standard))
        #expect(!failure.isLasting)
        _ = try await endpoint.fetch().get()
    }

    @Test("the metadata of another issuer is an error that names both")
    func otherIssuer() async throws {
        let failure = try await failure([Self.openID: Answers.answer(200, metadata(issuer: Self.issuer + "/"))])
        #expect(failure.diagnostic.code == .issuerMismatch)
        #expect(failure.diagnostic.title.contains("'\(Self.issuer)'"))
        #expect(failure.diagnostic.notes.joined().contains("issuer: \(Self.issuer)/"))
        #expect(failure.diagnostic.span?.text == Fixture.tokenURL)
        #expect(failure.isLasting)
    }

    @Test(
        "metadata without what is needed",
        arguments: [
            (#"{"token_endpoint": "https://as.example/t"}"#, "no issuer"),
            (#"{"issuer": "https://as.example/realms/one"}"#, "no token_endpoint"),
            (#"{"issuer": "https://as.example/realms/one", "token_endpoint": "/t"}"#, "token_endpoint '/t'"),
            (#"{"issuer": "https://as.example/realms/one", "token_endpoint": "file:///t"}"#, "file"),
        ])
    func unusable(document: String, words: String) async throws {
        let failure = try await failure([Self.openID: Answers.answer(200, document)])
        #expect(failure.diagnostic.code == .metadataUnusable)
        #expect(failure.diagnostic.title.contains(words))
        #expect(failure.diagnostic.notes.joined().contains("token_url"))
    }

    @Test("no metadata anywhere: what each place answered")
    func nowhere() async throws {
        let page = Answers.answer(200, "<html></html>")
        let failure = try await failure([Self.openID: page])
        #expect(failure.diagnostic.code == .metadataUnusable)
        #expect(
            failure.diagnostic.notes.prefix(2) == [
                "\(Self.standard): 404", "\(Self.openID): a web page instead of JSON",
            ])
    }

    @Test("an issuer that is no URL, or plain http, asks nobody")
    func badIssuer() async throws {
        for (issuer, kind) in [
            ("as.example", TokenFailure.Kind.unusable), ("https://as.example?x", .unusable),
            ("http://as.example", .plainHTTP),
        ] {
            let transport = server([:])
            #expect(await fixture(issuer).failure(transport)?.kind == kind)
            #expect(transport.requests.isEmpty)
        }
    }

    @Test("a token endpoint that is plain http, though its metadata is not, gets nothing")
    func plainEndpoint() async throws {
        let document = metadata(token: "http://as.example/t")
        #expect(try await failure([Self.standard: Answers.answer(200, document)]).kind == .plainHTTP)
    }

    @Test("no method in common: both lists")
    func noMethod() async throws {
        let document = metadata(#""token_endpoint_auth_methods_supported": ["private_key_jwt", "tls_client_auth"]"#)
        let failure = try await failure([Self.standard: Answers.answer(200, document)])
        #expect(failure.diagnostic.code == .noAuthenticationMethod)
        #expect(
            failure.diagnostic.notes.prefix(2) == [
                "the server takes: private_key_jwt, tls_client_auth",
                "the job has keys for: client_secret_post, client_secret_basic, client_secret_jwt",
            ])
    }

    @Test("an assertion is for the issuer, or for the token endpoint if the job says so")
    func audience() async throws {
        let key = PrivateKey.generateES256()
        let document = metadata(#""token_endpoint_auth_methods_supported": ["private_key_jwt"]"#)
        for (audience, expected) in [
            (AssertionSettings.Audience?.none, Self.issuer), (.issuer, Self.issuer),
            (.tokenURL, "https://as.example/t"), (.text("x"), "x"),
        ] {
            var fixture = fixture()
            fixture.oauth.client.signing = SigningSettings(key: fixture.located(key))
            fixture.oauth.client.assertion.audience = audience
            let transport = server([Self.standard: Answers.answer(200, document)])
            _ = await fixture.endpoint(transport).fetch()
            let form = try SentForm(try #require(transport.requests.last))
            let jwt = try await Verified(form["client_assertion"], key: key, algorithm: .es256)
            #expect(jwt.claims["aud"]?.string == expected)
        }
    }

    @Test("with a client certificate the aliases count, without one they do not")
    func aliases() async throws {
        let document = metadata(
            """
            "revocation_endpoint": "https://as.example/r", "token_endpoint_auth_methods_supported": \
            ["tls_client_auth", "client_secret_post"], "mtls_endpoint_aliases": \
            {"token_endpoint": "https://mtls.as.example/t", "revocation_endpoint": "https://mtls.as.example/r"}
            """)
        for (isShown, host) in [(true, "mtls.as.example"), (false, "as.example")] {
            var fixture = fixture()
            if isShown { fixture.oauth.transport.tls = TLSSettings(certificate: "/c", key: "/k") }
            let transport = server([Self.standard: Answers.answer(200, document)])
            let endpoint = fixture.endpoint(transport)
            let token = try await endpoint.fetch().get().credential.token
            await endpoint.revoke(token)
            #expect(transport.requests.dropFirst().map(\.url) == ["https://\(host)/t", "https://\(host)/r"])
        }
    }

    @Test(
        "the aliases count also where the certificate is what tokens are bound to, and another method proves the client"
    )
    func aliasesOfBoundTokens() async throws {
        let document = metadata(
            """
            "token_endpoint_auth_methods_supported": ["private_key_jwt"], "mtls_endpoint_aliases": \
            {"token_endpoint": "https://mtls.as.example/t"}
            """)
        for (isShown, host) in [(true, "mtls.as.example"), (false, "as.example")] {
            let key = PrivateKey.generateES256()
            var fixture = fixture()
            fixture.oauth.client.secret = nil
            fixture.oauth.client.signing = SigningSettings(key: fixture.located(key))
            if isShown { fixture.oauth.transport.tls = TLSSettings(certificate: "/c", key: "/k") }
            fixture.oauth.client.method = fixture.located(.privateKeyJWT)
            fixture.oauth.client.assertion.audience = .tokenURL
            let transport = server([Self.standard: Answers.answer(200, document)])
            _ = try await fixture.endpoint(transport).fetch().get()
            let request = try #require(transport.requests.last)
            #expect(request.url == "https://\(host)/t")
            let jwt = try await Verified(SentForm(request)["client_assertion"], key: key, algorithm: .es256)
            #expect(jwt.claims["aud"]?.string == "https://as.example/t", "the name of the endpoint stays")
        }
    }

    @Test("a grant that the metadata does not list is tried, and named when it is refused")
    func grants() async throws {
        let document = metadata(#""grant_types_supported": ["authorization_code"]"#)
        for code in ["unsupported_grant_type", "unauthorized_client"] {
            let transport = ScriptedTransport { request, _ throws(TransferError) in
                request.method == "POST" ? Answers.refused(code) : Answers.answer(200, document)
            }
            let failure = try #require(await fixture().failure(transport))
            #expect(failure.kind == .refused)
            #expect(failure.diagnostic.notes.joined().contains("lists other grants: authorization_code"))
        }
    }
}
