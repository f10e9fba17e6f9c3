import Diagnostics
import JSON
import JWT
import JobFile
import Secrets
import Testing

/// The sources without a token endpoint.
struct OwnSourceLoweringTests {
    private static let environment = [
        "KEY": PrivateKey.generateES256().pkcs8PEM.reveal(), "SECRET": "hush", "HOST": "login.example",
    ]

    private static func job(_ text: String) throws -> Job {
        let loaded = load(text, environment: environment, secrets: ["s": "hidden"], name: "jobs/orders.yaml")
        return try #require(loaded.job, "\(loaded.diagnostics.map(\.title))")
    }

    @Test func jwt() throws {
        let job = try Self.job(
            """
            auth:
              type: jwt
              private_key: ${env.KEY}
              key_id: k
              algorithm: ES256
              client_id: me
              subject: you
              claims: {aud: https://a.example}
              assertion_lifetime: 9m
              header: X-JWT
              scheme: ""
              request_headers: {X-Kind: KEYPAIR}
            calls: [{get: https://api.example/a}]
            """)
        guard case .jwt(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        #expect(source.claims.signing.keyID == "k")
        #expect(source.claims.signing.algorithm == .es256)
        #expect(source.claims.issuer == "me")
        #expect(source.claims.subject == "you")
        #expect(source.claims.claims["aud"] == .string("https://a.example"))
        #expect(source.claims.lifetime == .seconds(540))
        #expect(source.placement == TokenPlacement(header: "X-JWT", scheme: ""))
        #expect(source.requestHeaders.map(\.name) == ["X-Kind"])
        #expect(job.tokenSources.first?.allowedOrigins == ["https://api.example"])
    }

    @Test func theCallTakesWhatDefaultsSayOfTheWay() throws {
        let job = try Self.job(
            """
            defaults:
              base_url: https://api.example/v1
              headers: {X-Key: "${env.SECRET}"}
              query: {key: "${env.SECRET}"}
              auth: other
              retry: {attempts: 2}
              max_wait: 7s
              timeout: 9s
              proxy: http://proxy.example:3128
              redirects: 3
            auth:
              - {name: shop, type: request, call: {post: /login, timeout: 4s}, token: $.t}
              - {name: other, type: bearer, token: "${env.SECRET}"}
            calls: [{get: /items}]
            """)
        guard case .request(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        let call = source.call
        #expect(call.request.baseURL == "https://api.example/v1")
        #expect(call.staticOrigin == "https://api.example")
        #expect(call.retry.maxAttempts == 2)
        #expect(call.maxWait == .seconds(7))
        #expect(call.transport.timeout == .seconds(4))
        #expect(call.transport.proxy == "http://proxy.example:3128")
        // What is meant for the API.
        #expect(call.authorization == .none)
        #expect(call.request.headers.map(\.name) == ["Accept"])
        #expect(call.request.query.isEmpty)
        #expect(call.redirects == 0)
    }

    @Test func exec() throws {
        let job = try Self.job(
            """
            secrets: {s: {env: S}}
            auth:
              type: exec
              command: [print-token, --key, "${secrets.s}", ""]
              timeout: 5s
              token: $.status.token
              expires_at: $.status.expires
              refresh_on: 403
            calls: [{get: "https://api.example/${auth.default.status.user}"}]
            """)
        guard case .exec(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        #expect(source.command.map(\.text) == ["print-token", "--key", "hidden", ""])
        #expect(source.command.map(\.isSecret) == [false, false, true, false])
        #expect(source.timeout == .seconds(5))
        #expect(source.handling.answer.token != nil)
        #expect(source.handling.answer.expiresAt != nil)
        #expect(source.handling.refreshOn == [403])
    }

    @Test func request() throws {
        let job = try Self.job(
            """
            secrets: {s: {env: S}}
            defaults: {base_url: https://api.example, headers: {X-Default: 1}, timeout: 9s}
            auth:
              - name: session
                type: request
                call:
                  post: https://${env.HOST}/login
                  json: {key: "${secrets.s}", tenant: "${auth.app.tenant}"}
                  headers: {X-Own: 1}
                  auth: app
                  timeout: 2s
                token: $.data.jwt
                expires_in: $.data.life
                lifetime: 10m
              - name: app
                token_url: https://a.example/token
                client_id: me
                client_secret: b
            calls: [{get: /a}]
            """)
        let session = job.tokenSources[0]
        guard case .request(let source) = session.kind else { throw Unexpected() }
        #expect(source.call.name == "session")
        #expect(source.call.request.method == "POST")
        #expect(source.call.request.headers.map(\.name) == ["X-Own", "Accept"])
        #expect(source.call.authorization == .source("app"))
        #expect(source.call.transport.timeout == .seconds(2))
        #expect(source.call.redirects == 0)
        #expect(source.call.staticOrigin == "https://login.example")
        #expect(source.handling.answer.token != nil)
        #expect(source.handling.lifetime == .seconds(600))
        #expect(session.allowedOrigins == ["https://api.example"])
        // What the other source is used for counts as its own calls do.
        #expect(job.tokenSources[1].allowedOrigins == ["https://login.example"])
    }

    @Test func requestIsBareByItself() throws {
        let job = try Self.job(
            """
            auth:
              - {name: a, type: bearer, token: b}
              - {name: b, type: request, call: {get: https://login.example}, token: $.t}
            defaults: {auth: a}
            calls: []
            """)
        guard case .request(let source) = job.tokenSources[1].kind else { throw Unexpected() }
        #expect(source.call.authorization == .none)
    }

    @Test func aws() throws {
        let job = try Self.job(
            """
            auth:
              type: aws_sigv4
              access_key: id
              secret_key: ${env.SECRET}
              session_token: ${env.NONE | default("")}
              region: eu-central-1
              service: execute-api
            calls: []
            """)
        guard case .awsSigV4(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        #expect(source.accessKey.reveal() == "id")
        #expect(source.secretKey.reveal() == "hush")
        #expect(source.sessionToken == nil)
        #expect(source.region == "eu-central-1")
        #expect(source.service == "execute-api")
    }
}
