import Diagnostics
import Testing

/// What is wrong with token sources, as far as the job file tells.
struct AuthDiagnosticsTests {
    static let cases = clients + signing + handling + names + others

    /// What the methods of clients need, and what does nothing with them.
    static let clients = [
        DiagnosticCase(
            "E0616", "add client_secret",
            """
            auth: ⟦{token_url: https://a.example, client_id: a, client_auth: client_secret_jwt}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0616", "nothing to prove who it is",
            """
            auth: ⟦{issuer: https://a.example, client_id: a}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0620", "needs a private_key",
            """
            auth: {token_url: https://a.example, client_id: a, ⟦client_auth⟧: private_key_jwt}
            calls: []
            """),
        DiagnosticCase(
            "E0620", "add tls",
            """
            auth: {token_url: https://a.example, client_id: a, ⟦client_auth⟧: tls_client_auth, tls: {ca: a.pem}}
            calls: []
            """),
        DiagnosticCase(
            "E0205", "with client_auth: private_key_jwt the secret is not sent",
            """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, ⟦client_secret⟧: b, private_key: c, client_auth: private_key_jwt}
              - {name: b, token_url: https://a.example, client_id: a, ⟦client_secret⟧: b, client_auth: tls_client_auth, tls: {cert: a}}
              - {name: c, token_url: https://a.example, client_id: a, ⟦private_key⟧: b, assertion_file: c}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "private_key has no effect here",
            """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, client_secret: b, ⟦private_key⟧: c}
              - {name: b, issuer: https://a.example, client_id: a, client_secret: b, private_key: c}
              - {name: c, token_url: https://a.example, client_id: a, client_auth: none, ⟦private_key⟧: c}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "add client_id",
            """
            auth:
              - {name: a, type: refresh_token, token_url: https://a.example, refresh_token: a, ⟦client_secret⟧: b}
              - {name: b, type: token_exchange, token_url: https://a.example, subject_token: a, ⟦assertion_file⟧: b}
              - {name: c, type: refresh_token, token_url: https://a.example, refresh_token: a, client_auth: none}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "assertion_file has no effect here",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, client_auth: client_secret_basic, ⟦assertion_file⟧: c}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "basic_encoding has no effect here",
            """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, client_secret: b, ⟦basic_encoding⟧: raw}
              - {name: b, issuer: https://a.example, client_id: a, client_secret: b, basic_encoding: raw}
            calls: []
            """),
    ]

    /// Keys of what is signed.
    static let signing = [
        DiagnosticCase(
            "E0612", "signs no assertion",
            """
            auth:
              token_url: https://a.example
              client_id: a
              client_secret: b
              ⟦key_id⟧: c
              ⟦certificate⟧: a.pem
              ⟦algorithm⟧: RS256
              ⟦assertion_audience⟧: x
              ⟦assertion_lifetime⟧: 1m
            calls: []
            """),
        DiagnosticCase(
            "E0612", "is signed already",
            """
            auth: {token_url: https://a.example, client_id: a, assertion_file: b, ⟦key_id⟧: c}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "there is no issuer",
            """
            auth: {token_url: https://a.example, client_id: a, private_key: b, assertion_audience: ⟦issuer⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0710", "a private key cannot sign with HS256",
            """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, private_key: b, algorithm: ⟦HS256⟧}
              - {name: b, type: jwt, private_key: b, algorithm: ⟦HS512⟧}
              - {name: c, type: jwt_bearer, token_url: https://a.example, private_key: b, algorithm: ⟦HS384⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0710", "HS256, HS384 or HS512",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, client_auth: client_secret_jwt, algorithm: ⟦ES256⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0621", "'exp' cannot stand in claims",
            """
            auth:
              type: jwt
              private_key: b
              claims: {⟦exp⟧: 1, iss: a, ⟦iat⟧: 1, ⟦nbf⟧: 1, ⟦jti⟧: a}
            calls: []
            """),
        DiagnosticCase(
            "E0204", "possible: HS256",
            """
            auth: {type: jwt, private_key: b, algorithm: ⟦none⟧}
            calls: []
            """),
    ]

    /// What becomes of the token.
    static let handling = [
        DiagnosticCase(
            "E0612", "add dpop: true",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, ⟦dpop_key⟧: c, dpop: false}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "add revoke: true",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, ⟦revocation_url⟧: https://a.example}
            calls: []
            """),
        DiagnosticCase(
            "E0622", "needs a dpop_key",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, dpop: true, cache: ⟦disk⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0622", "cannot be revoked",
            """
            auth: {issuer: https://a.example, client_id: a, client_secret: b, ⟦revoke⟧: true, cache: disk}
            calls: []
            """),
        DiagnosticCase(
            "E0202", "revoke needs 'revocation_url'",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, ⟦revoke⟧: true}
            calls: []
            """),
        DiagnosticCase(
            "E0623", "OAuth 2.1 drops it",
            """
            auth: {type: ⟦password⟧, token_url: https://a.example, client_id: a, client_secret: b, username: c, password: d}
            calls: []
            """),
    ]

    /// Names of other sources.
    static let names = [
        DiagnosticCase(
            "E0509", "did you mean 'person'?",
            """
            auth:
              - {name: a, type: token_exchange, token_url: https://a.example, subject_token_source: ⟦persn⟧}
              - {name: person, type: bearer, token: b}
              - {name: b, type: token_exchange, token_url: https://a.example, subject_token: a, actor_token_source: ⟦none⟧}
              - {name: c, type: request, call: {post: https://a.example, auth: ⟦persn⟧}, token: $.t}
              - {name: d, type: bearer, token: b, hosts: "${⟦auth.persn.url⟧}"}
            calls: []
            """),
        DiagnosticCase(
            "E0509", "has no token to exchange",
            """
            auth:
              - {name: a, type: token_exchange, token_url: https://a.example, subject_token_source: ⟦b⟧}
              - {name: b, type: basic, username: b, password: c}
            calls: []
            """),
        DiagnosticCase(
            "E0505", "gets no answer that could have members",
            """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, client_secret: b, hosts: ["${⟦auth.b.url⟧}"]}
              - {name: b, type: bearer, token: c}
            calls: []
            """),
        DiagnosticCase(
            "E0510", "waits for its own token",
            """
            auth:
              - {name: a, type: token_exchange, token_url: https://a.example, subject_token_source: b}
              - {name: b, type: request, call: {post: https://a.example, auth: c}, token: $.t}
              - {name: c, type: request, call: {post: "https://a.example/${⟦auth.a.url⟧}"}, token: $.t}
            calls: []
            """),
        DiagnosticCase(
            "E0510", "waits for its own token",
            """
            auth: {type: request, call: {post: https://a.example, auth: ⟦default⟧}, token: $.t}
            calls: []
            """),
        DiagnosticCase(
            "E0510", "waits for its own token",
            """
            auth:
              - {name: a, type: request, call: {post: https://a.example, auth: b}, token: $.t}
              - {name: b, token_url: https://a.example, client_id: a, client_secret: b, hosts: "${⟦auth.a.url⟧}"}
            calls: []
            """),
        DiagnosticCase(
            "E0506", "may be sent before all others",
            """
            auth:
              type: request
              call: {post: https://a.example, json: {a: "${⟦calls.a.id⟧}", b: "${⟦run.id⟧}", c: "${⟦page.number⟧}"}}
              token: $.t
            calls:
              - {name: a, get: https://a.example, extract: {id: $.id}}
            """),
        DiagnosticCase(
            "E0506", "'auth' is not known here",
            """
            auth: {type: bearer, token: b, hosts: ["https://${⟦auth.default.url⟧}", "${⟦auth.default.url⟧ | lower}"]}
            calls: []
            """),
    ]

    /// The rest.
    static let others = [
        DiagnosticCase(
            "E0707", "the client's secret would go over plain http",
            """
            auth:
              - {name: a, token_url: ⟦http://auth.example/token⟧, client_id: a, client_secret: b}
              - {name: b, issuer: ⟦http://auth.example⟧, client_id: a, client_secret: b}
              - name: c
                token_url: https://auth.example/token
                client_id: a
                client_secret: b
                revoke: true
                revocation_url: ⟦http://auth.example/revoke⟧
              - {name: d, type: request, call: {post: ⟦"http://auth.example/${env.WAY}"⟧}, token: $.t}
              - {name: e, token_url: "http://127.0.0.1:8080/token", client_id: a, client_secret: b}
              - {name: f, token_url: "http://auth/token", client_id: a, client_secret: b, unix_socket: auth.sock}
              - {name: g, token_url: "${env.URL}", client_id: a, client_secret: b}
            defaults: {base_url: "http://api.example"}
            calls:
              - get: ⟦/items⟧
              - get: ⟦http://other.example/${inputs.id}⟧
              - get: http://${env.HOST}.example/
              - {get: /items, auth: none}
              - {get: /items, unix_socket: api.sock}
            inputs: {id: 7}
            finally: [{post: "http://monitor.example/"}]
            """),
        DiagnosticCase(
            "E0601", "add base_url to defaults",
            """
            defaults: {timeout: 5s}
            auth: {type: request, call: {post: ⟦/login⟧}, token: $.t}
            calls: []
            """),
        DiagnosticCase(
            "E0203", "the call of a token source has",
            """
            auth: {type: request, call: {post: https://a.example, ⟦records⟧: $.a}, token: $.t}
            calls: []
            """),
        DiagnosticCase(
            "E0205", "'issuer' and 'token_url' rule each other out",
            """
            auth: {token_url: https://a.example, ⟦issuer⟧: https://a.example, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0205", "'refresh_token_file' and 'refresh_token' rule each other out",
            """
            auth: {type: refresh_token, token_url: https://a.example, refresh_token: a, ⟦refresh_token_file⟧: b}
            calls: []
            """),
        DiagnosticCase(
            "E0212", "before /.well-known/",
            """
            auth: {issuer: ⟦https://a.example/.well-known/openid-configuration⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0212", "no query",
            """
            auth: {issuer: ⟦https://a.example?a⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0214", "not the name of a region or a service",
            """
            auth: {type: aws_sigv4, access_key: a, secret_key: b, region: ⟦"eu:central"⟧, service: ⟦S3⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0617", "cannot stand in params",
            """
            auth:
              - {name: a, type: jwt_bearer, token_url: https://a.example, private_key: b, params: {⟦assertion⟧: c, x: d}}
              - {name: b, type: refresh_token, token_url: https://a.example, refresh_token: b, params: {⟦refresh_token⟧: c}}
              - {name: c, type: token_exchange, token_url: https://a.example, subject_token: b, params: {⟦subject_token⟧: c}}
            calls: []
            """),
        DiagnosticCase(
            "E0612", "actor_token_type has no effect here",
            """
            auth: {type: token_exchange, token_url: https://a.example, subject_token: a, ⟦actor_token_type⟧: urn:x}
            calls: []
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }

    /// A source that is wrong itself is the only thing that is said.
    @Test func oneMistakeIsOneMessage() {
        let (_, diagnostics) = check(
            SourceFile(
                name: "job.yaml",
                text: """
                    auth: [{name: a, type: bearr, token: x}, {name: b, type: bearer, token: x}]
                    calls: [{get: "https://a.example/${auth.a.x}", auth: a}, {get: https://a.example, auth: b}]
                    """))
        #expect(diagnostics.map(\.code.rawValue) == ["E0204"])
    }

    /// Hosts that one answer names for another source, and a source for itself, wait for nothing.
    @Test func hostsOfEachOtherAreNoCircle() {
        let text = """
            auth:
              - {name: a, token_url: https://a.example, client_id: a, client_secret: b, hosts: ["${auth.b.url}", "${auth.a.url}"]}
              - {name: b, token_url: https://a.example, client_id: a, client_secret: b, hosts: "${auth.a.url}"}
            calls: []
            """
        #expect(check(SourceFile(name: "job.yaml", text: text)).diagnostics.map(\.title) == [])
    }

    @Test func longChainsAreNoCircle() {
        let sources = (0..<5000).map { number in
            "  - {name: s\(number), type: token_exchange, token_url: https://a.example, "
                + (number == 4999 ? "subject_token: a}" : "subject_token_source: s\(number + 1)}")
        }
        let text = "auth:\n" + sources.joined(separator: "\n") + "\ncalls: []\n"
        #expect(check(SourceFile(name: "job.yaml", text: text)).diagnostics.map(\.title) == [])
    }
}
