import Diagnostics
import Foundation
import JSON
import JSONPath
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("What a shared token is known by")
struct TokenCacheKeyTests {
    private let fixture = CacheFixture()

    private func name(_ change: (inout OAuthSource) -> Void = { _ in }) -> String? {
        TokenCacheKey(fixture.source(change)).names()?.token
    }

    private func place<Value>(_ value: Value) -> Located<Value> { Located(value, at: fixture.fixture.source.span) }

    @Test("everything that decides which token it is")
    func parts() throws {
        let tokenPath = try JSONPath("$.data")
        let exchange = { (token: String, type: String) -> OAuthGrant in
            .tokenExchange(TokenExchange(subject: .init(origin: .value(Secret(token)), type: type)))
        }
        let signed = { (subject: String) -> OAuthGrant in
            .jwtBearer(SignedClaims(signing: SigningSettings(key: nil), subject: subject))
        }
        let changes: [(inout OAuthSource) -> Void] = [
            { _ in },
            { $0.endpoint = .url(place("https://auth.example.com/other")) },
            { $0.endpoint = .issuer(place(Fixture.tokenURL)) },
            { $0.client.id?.value = "another" }, { $0.client.id = nil },
            { $0.client.secret?.value = Secret("another") }, { $0.client.secret = nil },
            { $0.client.method?.value = .clientSecretBasic }, { $0.client.method = nil },
            { $0.client.signing = SigningSettings(key: nil, certificateThumbprint: "abc") },
            { $0.client.signing = SigningSettings(key: nil, algorithm: .hs512) },
            { $0.client.signing = SigningSettings(key: nil, keyID: "abc") },
            { $0.client.basicEncoding = .raw }, { $0.client.assertion.lifetime = .seconds(300) },
            { $0.client.assertion.audience = .issuer }, { $0.client.assertion.audience = .tokenURL },
            { $0.client.assertion.audience = .text("issuer") },
            { $0.client.assertion.file = place("/nowhere/assertion") },
            { $0.scope = ["read"] }, { $0.scope = ["read", "write"] }, { $0.scope = ["read write"] },
            { $0.audiences = ["read"] }, { $0.resources = ["read"] },
            { $0.parameters = [.init(name: "a", value: SensitiveText("b"))] },
            { $0.parameters = [.init(name: "a", value: SensitiveText("c"))] },
            { $0.headers = [.init(name: "a", value: SensitiveText("b"))] },
            { $0.dpop = DPoPSettings() }, { $0.transport.tls.certificate = "/nowhere/cert.pem" },
            { $0.transport.unixSocket = "/run/auth.sock" },
            { $0.handling.placement.header = "X-Token" }, { $0.handling.placement.scheme = "OAuth" },
            { $0.handling.answer.token = tokenPath }, { $0.handling.answer.expiresIn = tokenPath },
            { $0.handling.lifetime = .seconds(60) }, { $0.handling.requireScope = ["read"] },
            { $0.grant = .password(username: "a", password: place(Secret("b"))) },
            { $0.grant = .password(username: "b", password: place(Secret("b"))) },
            { $0.grant = .password(username: "a", password: place(Secret("c"))) },
            { $0.grant = .refreshToken(.value(place(Secret("a")))) },
            { $0.grant = .refreshToken(.value(place(Secret("b")))) },
            { $0.grant = .refreshToken(.file(place("a"))) }, { $0.grant = .refreshToken(.file(place("b"))) },
            { $0.grant = signed("a") }, { $0.grant = signed("b") },
            { $0.grant = exchange("a", "x") }, { $0.grant = exchange("b", "x") }, { $0.grant = exchange("a", "y") },
        ]
        let names = changes.compactMap { name($0) }
        #expect(names.count == changes.count)
        #expect(Set(names).count == changes.count)
    }

    @Test("nothing else: the order of scopes, margins, hosts, the name and the place in the file")
    func sameParts() {
        #expect(name { $0.scope = ["a", "b"] } == name { $0.scope = ["b", "a", "a"] })
        #expect(name { $0.audiences = ["a", "b"] } == name { $0.audiences = ["b", "a"] })
        let parameters = ["a", "b"].map { OAuthSource.Parameter(name: $0, value: SensitiveText($0)) }
        #expect(name { $0.parameters = parameters } == name { $0.parameters = parameters.reversed() })
        #expect(name() == name { $0.handling.refreshMargin = .seconds(5) })
        #expect(name() == name { $0.handling.refreshOn = [403] })
        let other = TokenSourceConfiguration(
            name: "other", span: SourceSpan(file: SourceFile(name: "x", text: "x"), start: 0, end: 1),
            kind: .oauth(fixture.fixture.oauth), hosts: [place("x")])
        #expect(name() == TokenCacheKey(other).names()?.token)
    }

    @Test("what is in the files that are shown to the server")
    func files() throws {
        let path = fixture.base + "/file"
        let changes: [(inout OAuthSource) -> Void] = [
            { $0.transport.tls.certificate = path }, { $0.client.assertion.file = place(path) },
            {
                $0.grant = .tokenExchange(
                    TokenExchange(subject: .init(origin: .file(place(path)), type: "x")))
            },
        ]
        var names: Set<String> = []
        for content in ["one", "two", nil] {
            if let content {
                try Data(content.utf8).write(to: URL(fileURLWithPath: path))
            } else {
                unlink(path)
            }
            names.formUnion(changes.compactMap { name($0) })
        }
        #expect(names.count == 9)
    }

    @Test("a refresh token in a file: the token is the same, a refusal is for this one only")
    func refreshFile() throws {
        let path = fixture.base + "/refresh"
        let source = fixture.source { $0.grant = .refreshToken(.file(place(path))) }
        try Data("one".utf8).write(to: URL(fileURLWithPath: path))
        let first = try #require(TokenCacheKey(source).names())
        try Data("two".utf8).write(to: URL(fileURLWithPath: path))
        let second = try #require(TokenCacheKey(source).names())
        #expect(first.token == second.token && first.lock == second.lock)
        #expect(first.refusal != second.refusal)
        // Not by how its path is written, which two jobs in two folders may do alike.
        let other = fixture.source { $0.grant = .refreshToken(.file(place(fixture.base + "/./refresh"))) }
        #expect(TokenCacheKey(other).names() == second)
    }

    @Test("the source whose token is exchanged, wherever that comes from")
    func chained() {
        let exchanging = fixture.source {
            $0.grant = .tokenExchange(
                TokenExchange(subject: .init(origin: .source(place("user")), type: "x")))
        }
        func name(_ kind: TokenSourceConfiguration.Kind?) -> String? {
            let users = kind.map { [TokenSourceConfiguration(name: "user", span: exchanging.span, kind: $0)] } ?? []
            return TokenCacheKey(exchanging, among: users).names()?.token
        }
        let bearer = { TokenSourceConfiguration.Kind.bearer(Secret($0), placement: TokenPlacement()) }
        #expect(name(bearer("a")) != nil)
        #expect(name(bearer("a")) == name(bearer("a")))
        #expect(name(bearer("a")) != name(bearer("b")))
        #expect(name(.oauth(fixture.fixture.oauth)) != nil)
        // What a command prints depends on who is signed in, and a source that is not there on nothing at all.
        #expect(name(.exec(ExecSource(command: [SensitiveText("x")]))) == nil)
        #expect(name(nil) == nil)
        // A source of its own token has no end.
        let own = TokenSourceConfiguration(name: "user", span: exchanging.span, kind: exchanging.kind)
        #expect(TokenCacheKey(own, among: [own]).names() == nil)
        // Other kinds have no cache.
        #expect(TokenCacheKey(TokenSourceConfiguration(name: "a", span: own.span, kind: bearer("a"))).names() == nil)
    }

    @Test("no two lists of parts are written alike")
    func unambiguous() {
        func digest(_ parts: [(String, [String])]) -> String {
            var material = KeyMaterial()
            for (name, values) in parts { material.add(name, values) }
            return material.digest
        }
        let all = [
            digest([]), digest([("a", [])]), digest([("a", [""])]), digest([("a", ["", ""])]), digest([("a", ["b"])]),
            digest([("a", []), ("b", [])]), digest([("", ["a"])]), digest([("a", ["1:b"])]),
            digest([("a", ["b", ""])]),
            digest([("a1", ["b"])]), digest([("a", ["1b"])]),
        ]
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.utf8.count == 64 })
    }
}
