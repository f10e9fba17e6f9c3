import Foundation
import Testing

/// Tokens that a call of the job's own brings.
@Suite(.timeLimit(.minutes(5)))
struct RequestSourceTests {
    private static let login = """
        type: request
        call:
          post: /login
          json: {user: grace, password: "${env.PASSWORD}"}
        token: $.session.key
        header: X-Session-Key
        scheme: ""
        """

    @Test func aLogin() async throws {
        let scene = try await SourceScene()
        let job = SourceScene.job(
            Self.login, endpoint: "",
            calls: """
                  - {get: /session/profile, fields: {name: $.name}, write: stdout}
                  - {get: /session/profile, fields: {plan: $.plan}, write: stdout}
                """)
        let run = try await scene.run(job, environment: ["PASSWORD": "hopper-1906"])
        #expect(run.errors == "")
        #expect(run.output == "{\"name\":\"Grace\"}\n{\"plan\":\"team\"}\n")
        let stats = try await scene.server.stats()
        #expect(stats.requests["POST /login"] == 1, "one login for all calls")
        let wrong = try await scene.run(job, environment: ["PASSWORD": "wrong-password"])
        #expect(wrong.exitCode == 77)
        #expect(wrong.errors.contains("401"))
        #expect(wrong.errors.contains("the user or the password is wrong"))
        #expect(!wrong.errors.contains("wrong-password"))
    }

    /// A token with a life, from an endpoint that the job writes out: renewed when the API refuses it.
    @Test(arguments: ["expires_in: $.data.valid_for", "lifetime: 10m"])
    func renewed(_ life: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                type: request
                call:
                  post: ${env.DEMO_API}/oauth/token?shape=nested
                  form: {grant_type: client_credentials, client_id: demo, client_secret: "${env.DEMO_SECRET}"}
                token: $.data.jwt
                \(life)
                """, endpoint: "",
                calls: """
                    \(SourceScene.call)
                      - {get: "/faults/revoked?key=a", fields: {ok: $.ok}, write: stdout}
                    \(SourceScene.call)
                    """))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output + "{\"ok\":true}\n" + SourceScene.output)
        #expect(try await scene.server.stats().tokens_issued == 2)
    }

    /// A GitHub App: a JWT of its own for an installation's token.
    @Test(.enabled(if: TestKey.isPossible, "openssl is not installed")) func aGitHubApp() async throws {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register("Iv1.app", ["pem": .string(key.publicPEM)])
        let job = { (installation: String) in
            SourceScene.job(
                """
                - name: installation
                  type: request
                  call:
                    post: ${env.DEMO_API}/providers/github/app/installations/\(installation)/access_tokens
                    auth: app
                  token: $.token
                  expires_at: $.expires_at
                - name: app
                  type: jwt
                  private_key: ${env.KEY}
                  client_id: Iv1.app
                  backdate: 60s
                  assertion_lifetime: 9m
                """,
                calls: """
                      - get: /providers/github/api/installation/repositories
                        query: {per_page: 2}
                        paginate: {link: next}
                        records: $.repositories[*]
                        fields: {id: $.id}
                        write: out.jsonl
                    """)
        }
        let run = try await scene.run(job("1001"), environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(scene.folder.read("out.jsonl") == (1...5).map { "{\"id\":\($0)}\n" }.joined())
        let request = try #require(try scene.requests.first)
        #expect(try scene.requests.count == 1)
        #expect(request.authorization_jwt?.text("iss") == "Iv1.app")
        let wrong = try await scene.run(job("404"), environment: ["KEY": key.privatePEM])
        #expect(wrong.exitCode == 77)
        #expect(wrong.errors.contains("404"))
        #expect(wrong.errors.contains("Not Found"))
    }

    /// The first source's own failure is told.
    @Test func theOtherSourceFails() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                """
                - name: outer
                  type: request
                  call: {post: "${env.DEMO_API}/login", json: {}, auth: inner}
                  token: $.session.key
                - {name: inner, token_url: "${env.DEMO_API}/oauth/token", client_id: demo, client_secret: wrong-secret}
                """))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("invalid_client"))
        #expect(try await scene.server.stats().requests["POST /login"] == nil)
    }

    /// Answers in which there is no token.
    @Test(arguments: ["/echo", "/faults/status/404", "/faults/redirect/same", "/faults/body/html"])
    func noToken(_ path: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job(
                "type: request\ncall: {post: \"${env.DEMO_API}\(path)\", json: {a: 1}}\ntoken: $.nothing.here",
                endpoint: ""))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("error["))
        #expect(try await scene.server.stats().requests["GET /items/{id}"] == nil)
    }

    /// Members of an answer that name the API: `instance_url` and the like.
    @Test func hostsOfAnAnswer() async throws {
        let scene = try await SourceScene()
        let other = try await scene.server.stats().origins.other
        let job = { (hosts: String) in
            SourceScene.job(
                """
                - name: crm
                  type: request
                  call: {post: "${env.DEMO_API}/echo", json: {key: a-token-of-the-crm, instance: "${env.OTHER}"}}
                  token: $.json.key
                  hosts: [\(hosts)]
                """, calls: "  - {get: \"${env.OTHER}/echo\", write: echo.json}")
        }
        let run = try await scene.run(job("\"${auth.crm.json.instance}\""), environment: ["OTHER": other])
        #expect(run.errors == "")
        #expect(scene.folder.read("echo.json")?.contains("Bearer a-token-of-the-crm") == true)
        let stranger = try await scene.run(job("api.example.com"), environment: ["OTHER": other])
        #expect(stranger.exitCode != 0)
        #expect(try await scene.server.stats().other.with_credentials == 1, "only that of the first run")
    }
}
