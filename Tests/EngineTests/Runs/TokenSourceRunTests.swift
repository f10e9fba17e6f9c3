import HTTP
import JobFile
import Secrets
import Testing

@testable import Engine

/// Runs whose tokens come from elsewhere than a token endpoint, or end with the run.
@Suite struct TokenSourceRunTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    @Test func getsATokenByACallOfTheJob() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.url {
            case "https://auth.example.com/token":
                .json(#"{"access_token": "first-token", "token_type": "bearer", "org": "acme"}"#)
            case "https://login.example.com/acme/session":
                .json(#"{"data": {"jwt": "second-token", "seconds": 60}}"#, status: 201)
            default: .json("[1]")
            }
        }
        let result = try await harness.run(
            """
            secrets: {pass: {env: SECRET}}
            auth:
              - name: api
                type: request
                call:
                  post: https://login.example.com/${auth.first.org}/session
                  json: {user: me, password: "${secrets.pass}"}
                  headers: {X-Step: two}
                  auth: first
                token: $.data.jwt
                expires_in: $.data.seconds
              - name: first
                token_url: https://auth.example.com/token
                client_id: demo
                client_secret: ${secrets.pass}
            calls:
              - get: https://api.example.com/items
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(
            transport.urls == [
                "https://auth.example.com/token", "https://login.example.com/acme/session",
                "https://api.example.com/items",
            ])
        let login = transport.requests[1]
        #expect(login.headers.first("Authorization") == "Bearer first-token")
        #expect(login.headers.first("X-Step") == "two")
        guard case .bytes(let body, let isSecret) = login.body else {
            throw Harness.LoadFailure(description: "no body")
        }
        #expect(String(decoding: body, as: UTF8.self) == #"{"user":"me","password":"s3cr3t-value"}"#)
        #expect(isSecret)
        #expect(transport.requests[2].headers.first("Authorization") == "Bearer second-token")
        #expect(harness.redactor.redact("second-token") == "***")
    }

    @Test func pointsAtTheCallThatBringsNoToken() async throws {
        let transport = ScriptedTransport(.json(#"{"error": "nope"}"#, status: 403))
        let result = try await harness.run(
            """
            auth:
              type: request
              call: {post: "https://login.example.com/session"}
              token: $.jwt
            calls:
              - get: https://api.example.com/items
            """, transport)
        #expect(result.exitCode == .noToken)
        #expect(result.codes == ["E1121"])
        #expect(result.messages.contains("https://login.example.com/session answered 403"))
        #expect(result.place?.contains("login.example.com") == true || result.place?.contains("post") == true)
    }

    @Test func getsATokenFromACommand() async throws {
        let transport = ScriptedTransport(.json("[1]"))
        let result = try await harness.run(
            """
            auth:
              type: exec
              command: [/bin/sh, -c, 'printf "token-of-%s" "$SECRET"']
            calls:
              - get: https://api.example.com/items
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(transport.requests.first?.headers.first("Authorization") == "Bearer token-of-s3cr3t-value")
    }

    @Test func goesToTheHostThatTheTokenAnswerNames() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.url {
            case "https://auth.example.com/token":
                .json(#"{"access_token": "first-token", "instance_url": "https://eu1.example.com"}"#)
            case "https://eu1.example.com/items": .json(#"{"data": [1], "next": "https://eu2.example.com/items"}"#)
            default: .json("[1]")
            }
        }
        let result = try await harness.run(
            """
            auth:
              token_url: https://auth.example.com/token
              client_id: demo
              client_secret: ${env.SECRET}
              hosts: ["${auth.default.instance_url}"]
            calls:
              - get: ${auth.default.instance_url}/items
                paginate: {next_url: $.next}
                records: $.data[*]
                write: items.jsonl
            """, transport)
        #expect(result.codes == ["E1104"])
        #expect(result.messages.contains("https://eu2.example.com"))
        #expect(transport.urls == ["https://auth.example.com/token", "https://eu1.example.com/items"])
        #expect(transport.requests.last?.headers.first("Authorization") == "Bearer first-token")
    }

    private let revoking = """
        auth:
          token_url: https://auth.example.com/token
          revocation_url: https://auth.example.com/revoke
          client_id: demo
          client_secret: ${env.SECRET}
          revoke: true
        calls:
          - get: https://api.example.com/items
            write: items.jsonl
        """

    private func revoked(_ transport: ScriptedTransport) -> Int {
        transport.urls.count { $0 == "https://auth.example.com/revoke" }
    }

    @Test func revokesItsTokenAtTheEnd() async throws {
        let transport = ScriptedTransport { request, _ in
            request.url.hasSuffix("/token")
                ? .json(#"{"access_token": "first-token", "token_type": "bearer"}"#) : .json("[1]")
        }
        let result = try await harness.run(revoking, transport)
        #expect(result.messages == "")
        #expect(transport.urls.last == "https://auth.example.com/revoke")
        #expect(revoked(transport) == 1)
    }

    @Test func revokesItAlsoAfterAFailureAndAnInterruption() async throws {
        let failing = ScriptedTransport { request, _ in
            request.url.hasSuffix("/token")
                ? .json(#"{"access_token": "first-token", "token_type": "bearer"}"#) : .status(404)
        }
        #expect(try await harness.run(revoking, failing).exitCode == .callFailed)
        #expect(revoked(failing) == 1)

        let interruption = harness.interruption
        let hanging = ScriptedTransport { request, _ in
            switch request.url {
            case "https://auth.example.com/token": return .json(#"{"access_token": "t-12345678"}"#)
            case "https://auth.example.com/revoke": return .status(200)
            default:
                interruption.interrupt(.interrupted)
                return .hang
            }
        }
        #expect(try await harness.run(revoking, hanging).exitCode == .interrupted)
        #expect(revoked(hanging) == 1)
    }

    @Test func leavesNoTokenOfASingleCall() async throws {
        let transport = ScriptedTransport { request, _ in
            request.url.hasSuffix("/token")
                ? .json(#"{"access_token": "first-token", "token_type": "bearer"}"#) : .json("[1]")
        }
        let loaded = try await harness.load(revoking)
        let settings = RunSettings(
            transport: transport, clock: harness.clock, redactor: harness.redactor, outputFolder: harness.out.path)
        _ = try await SingleCall(loaded.job.calls[0], of: loaded, settings: settings).run()
        #expect(revoked(transport) == 1)
    }
}
