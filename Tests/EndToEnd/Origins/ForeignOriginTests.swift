import Foundation
import Testing

/// Credentials never go to another origin, whoever names it: a redirect, a next link, a value of an answer.
@Suite(.timeLimit(.minutes(5)))
struct ForeignOriginTests {
    /// Every kind of credential.
    enum Credential: String, CaseIterable {
        case token, bearer, basic, keyInHeader, keyInQuery, secretHeader

        /// How a job has it; `{HEADERS}` of a call.
        var auth: String {
            switch self {
            case .token:
                "{token_url: '${env.DEMO_API}/oauth/token', client_id: demo, client_secret: '${secrets.key}'}"
            case .bearer: "{type: bearer, token: '${secrets.key}'}"
            case .basic: "{type: basic, username: demo, password: '${secrets.key}'}"
            case .keyInHeader: "{type: api_key, header: X-Api-Key, value: '${secrets.key}'}"
            case .keyInQuery: "{type: api_key, query: api_key, value: '${secrets.key}'}"
            case .secretHeader: "{type: bearer, token: public-token, header: X-Unused}"
            }
        }

        var headers: String {
            self == .secretHeader ? "{Cookie: 'sid=${secrets.key}', X-Api-Key: '${secrets.key}'}" : "{}"
        }
    }

    private func scene(_ credential: Credential, _ calls: String) async throws -> Scene {
        try await Scene(
            job: """
                secrets: {key: {env: DEMO_SECRET}}
                auth: \(credential.auth)
                defaults:
                  base_url: ${env.DEMO_API}
                  headers: \(credential.headers)
                calls:
                \(calls)
                """)
    }

    @Test(arguments: Credential.allCases, [301, 302, 303, 307, 308])
    func redirects(_ credential: Credential, _ status: Int) async throws {
        let methods = ["get", "post", "put", "delete"]
        let scene = try await scene(
            credential,
            methods.map { "  - {\($0): /faults/redirect/other?status=\(status), write: \($0).jsonl}" }
                .joined(separator: "\n"))
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.other.requests == methods.count, "the redirects were followed")
        #expect(stats.other.with_credentials == 0)
        for method in methods {
            let echo = try #require(scene.folder.read(method + ".jsonl"))
            #expect(!echo.contains("demo-secret"))
            #expect(!echo.contains("api_key"))
            // Only 307 and 308 keep the method, and 301 and 302 that of all but a POST (RFC 9110, 15.4).
            let keeps = status >= 307 || method == "get" || (status < 303 && method != "post")
            #expect(echo.contains("\"method\":\"\(keeps ? method.uppercased() : "GET")\""), "\(method) after \(status)")
        }
    }

    /// The other origin sends it back to the first: nothing comes back with it.
    @Test(arguments: Credential.allCases)
    func thereAndBack(_ credential: Credential) async throws {
        let scene = try await scene(credential, "  - {get: /faults/redirect/chain, write: out.jsonl}")
        #expect(try await scene.run().exitCode == 0)
        let echo = try #require(scene.folder.read("out.jsonl"))
        for credential in ["Authorization", "X-Api-Key", "Cookie", "demo-secret", "dt/"] {
            #expect(!echo.contains(credential))
        }
        #expect(try await scene.server.stats().other.with_credentials == 0)
    }

    /// Within the origin they do go along.
    @Test func withinTheOrigin() async throws {
        let scene = try await scene(.token, "  - {get: \"/faults/redirect/same?to=/customers/7\"}")
        #expect(try await scene.run().exitCode == 0)
        #expect(try await scene.server.stats().statuses["401"] == nil)
    }

    @Test(arguments: ["loop", "file"])
    func redirectsThatLeadNowhere(_ kind: String) async throws {
        let scene = try await scene(.token, "  - {get: /faults/redirect/\(kind), write: out.jsonl}")
        let result = try await scene.run()
        #expect(result.exitCode == 1)
        #expect(result.output == "")
        #expect(scene.folder.files() == ["job.yaml"])
    }

    /// A next link to another origin ends the run before anything is sent there.
    @Test(arguments: Credential.allCases, ["foreign-next", "foreign-link"])
    func nextLinks(_ credential: Credential, _ kind: String) async throws {
        let paginate = kind == "foreign-next" ? "{next_url: $.links.next}" : "{link: next}"
        let scene = try await scene(
            credential,
            """
              - get: /faults/paging/\(kind)
                paginate: \(paginate)
                records: $.data[*]
                write: out.jsonl
            """)
        let result = try await scene.run()
        #expect(result.exitCode != 0)
        #expect(scene.folder.files() == ["job.yaml"])
        let stats = try await scene.server.stats()
        #expect(stats.other.with_credentials == 0)
    }

    /// A URL out of an answer, in a later call.
    @Test(arguments: Credential.allCases.filter { $0 != .secretHeader })
    func aURLFromAnAnswer(_ credential: Credential) async throws {
        let scene = try await scene(
            credential,
            """
              - name: first
                get: /echo
                query: {next: "${env.DEMO_OTHER}/items"}
                extract: {next: "$.args[0][1]"}
              - get: ${calls.first.next}
            """)
        let other = try await scene.server.stats().origins.other
        let result = try await scene.run(environment: ["DEMO_OTHER": other])
        #expect(result.exitCode != 0)
        let stats = try await scene.server.stats()
        #expect(stats.requests["GET /echo"] == 1)
        #expect(stats.other.requests == 0)
    }

    /// Where the job itself says so, the token does go there.
    @Test func hostsThatTheJobNames() async throws {
        let scene = try await Scene(
            job: """
                auth:
                  token_url: ${env.DEMO_API}/oauth/token
                  client_id: demo
                  client_secret: ${env.DEMO_SECRET}
                  hosts: ["${env.DEMO_API}", "${env.DEMO_OTHER}"]
                calls:
                  - get: ${env.DEMO_API}/faults/redirect/other?to=/customers/7
                """)
        let other = try await scene.server.stats().origins.other
        let result = try await scene.run(environment: ["DEMO_OTHER": other])
        #expect(result.exitCode == 0)
        #expect(try await scene.server.stats().other.with_credentials == 1)
    }
}
