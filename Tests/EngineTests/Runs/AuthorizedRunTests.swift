import HTTP
import Secrets
import Testing

@testable import Engine

/// Whole runs with a token.
@Suite struct AuthorizedRunTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private let job = """
        secrets: {client: {env: SECRET}}
        auth:
          token_url: https://auth.example.com/token
          client_id: demo
          client_secret: ${secrets.client}
        calls:
          - get: https://api.example.com/items
            query: {tenant: "${auth.default.tenant}"}
            paginate: {next_url: $.next}
            records: $.data[*]
            write: items.jsonl
        """

    private static func isTokenRequest(_ request: HTTPRequest) -> Bool {
        request.url == "https://auth.example.com/token"
    }

    private static func token(_ name: String) -> ScriptedTransport.Reply {
        .json(#"{"access_token": "\#(name)", "token_type": "bearer", "expires_in": 3600, "tenant": "acme"}"#)
    }

    @Test func getsOneTokenForAllPages() async throws {
        let transport = ScriptedTransport { request, place in
            if Self.isTokenRequest(request) { return Self.token("token-one") }
            return .json(place < 2 ? #"{"data": [1], "next": "/items?page=2"}"# : #"{"data": [2]}"#)
        }
        let result = try await harness.run(job, transport)
        #expect(result.messages == "")
        #expect(
            transport.urls == [
                "https://auth.example.com/token", "https://api.example.com/items?tenant=acme",
                "https://api.example.com/items?page=2",
            ])
        #expect(
            transport.requests.map { $0.headers.first("Authorization") } == [
                nil, "Bearer token-one", "Bearer token-one",
            ])
        #expect(harness.redactor.redact("token-one") == "***")
    }

    @Test func renewsATokenOnce() async throws {
        let transport = ScriptedTransport { request, place in
            if Self.isTokenRequest(request) { return Self.token("token-\(place)") }
            return request.headers.first("Authorization") == "Bearer token-0" ? .status(401) : .json(#"{"data": [1]}"#)
        }
        let result = try await harness.run(job, transport)
        #expect(result.messages == "")
        #expect(transport.requests.filter(Self.isTokenRequest).count == 2)
        #expect(harness.out.text("items.jsonl") == "1\n")
    }

    @Test func endsWhenTheNewTokenIsNotAcceptedEither() async throws {
        let transport = ScriptedTransport { request, place in
            Self.isTokenRequest(request) ? Self.token("token-\(place)") : .status(401)
        }
        let result = try await harness.run(job, transport)
        #expect(result.exitCode == .noToken)
        #expect(result.codes == ["E1105"])
        #expect(transport.requests.count == 4)
    }

    @Test func endsWhenThereIsNoToken() async throws {
        let transport = ScriptedTransport(.json(#"{"error": "invalid_client"}"#, status: 401))
        let result = try await harness.run(job, transport)
        #expect(result.exitCode == .noToken)
        #expect(result.codes == ["E1101"])
        #expect(transport.requests.count == 1)
        #expect(harness.out.names == [])
    }

    @Test func endsWhenTheTokenEndpointIsNotThere() async throws {
        let refused = TransferError(.refused, message: "refused", host: "auth.example.com", isNothingSent: true)
        let result = try await harness.run(job, ScriptedTransport(.fail(refused)))
        #expect(result.exitCode == .unavailable)
        #expect(result.codes == ["E1102"])
    }

    @Test func sendsNoTokenToAHostThatAnAnswerNames() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.isTokenRequest(request)
                ? Self.token("token-one") : .json(#"{"data": [1], "next": "https://evil.example.com/items"}"#)
        }
        let result = try await harness.run(job, transport)
        #expect(result.exitCode == .callFailed)
        #expect(result.codes == ["E1104"])
        #expect(!transport.urls.contains { $0.contains("evil") })
        #expect(harness.out.names == [])
    }

    @Test func tellsItsObserverOfTokenRequests() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.isTokenRequest(request) ? Self.token("token-one") : .json(#"{"data": []}"#)
        }
        _ = try await harness.run(job, transport)
        let sources = harness.observer.events.compactMap { event in
            if case .tokenExchange(let source, .requestSent) = event { source } else { nil }
        }
        #expect(sources == ["default"])
    }
}
