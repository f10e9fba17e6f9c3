import Foundation
import HTTP
import Secrets
import Synchronization
import Testing

@testable import Engine

/// Secrets that change while a run is under way.
@Suite struct RereadSecretTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func job(_ secrets: String) -> String {
        """
        secrets: \(secrets)
        auth:
          token_url: https://auth.example.com/token
          client_id: demo
          client_secret: ${secrets.client}
        calls:
          - get: https://api.example.com/items
            paginate: {next_url: $.next}
            records: $.data[*]
            write: items.jsonl
        """
    }

    private static func secret(of request: HTTPRequest) -> String? {
        guard request.url == "https://auth.example.com/token", case .bytes(let bytes, _) = request.body else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "&")
            .first { $0.hasPrefix("client_secret=") }.map { String($0.dropFirst("client_secret=".count)) }
    }

    /// A server that knows one secret, and an API that refuses the first token once `rotate` was done.
    private func transport(knows secret: @escaping @Sendable () -> String, rotate: @escaping @Sendable () -> Void)
        -> ScriptedTransport
    {
        ScriptedTransport { request, _ in
            if let sent = Self.secret(of: request) {
                guard sent == secret() else { return .json(#"{"error": "invalid_client"}"#, status: 401) }
                return .json(#"{"access_token": "token-of-\#(sent)", "token_type": "bearer", "expires_in": 3600}"#)
            }
            guard request.url.hasSuffix("page=2") else {
                return .json(#"{"data": [1], "next": "/items?page=2"}"#)
            }
            if request.headers.first("Authorization") == "Bearer token-of-first-secret" {
                rotate()
                return .status(401)
            }
            return .json(#"{"data": [2]}"#)
        }
    }

    @Test func followsASecretFileThatChanges() async throws {
        try harness.work.write("secret.txt", "first-secret\n")
        let known = Shared("first-secret")
        let work = harness.work
        let transport = transport(knows: { known.value }) {
            known.value = "other-secret"
            _ = try? work.write("secret.txt", "other-secret\n")
        }
        let result = try await harness.run(job("{client: {file: secret.txt}}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "1\n2\n")
        #expect(
            transport.requests.compactMap(Self.secret) == ["first-secret", "first-secret", "other-secret"])
        #expect(harness.redactor.redact("first-secret other-secret") == "*** ***")
    }

    @Test func failsClearlyWhenTheNewOneIsRefusedToo() async throws {
        try harness.work.write("secret.txt", "first-secret\n")
        let known = Shared("first-secret")
        let work = harness.work
        let transport = transport(knows: { known.value }) {
            known.value = "nobody-has-it"
            _ = try? work.write("secret.txt", "other-secret\n")
        }
        let result = try await harness.run(job("{client: {file: secret.txt}}"), transport)
        #expect(result.exitCode == .noToken)
        #expect(result.codes == ["E1101"])
        #expect(result.messages.contains("the new one is refused too"))
        #expect(
            transport.requests.compactMap(Self.secret) == ["first-secret", "first-secret", "other-secret"])
    }

    @Test func doesNotSendAnUnchangedOneAgain() async throws {
        try harness.work.write("secret.txt", "wrong-secret\n")
        let transport = transport(knows: { "first-secret" }) {}
        let result = try await harness.run(job("{client: {file: secret.txt}}"), transport)
        #expect(result.codes == ["E1101"])
        #expect(result.messages.contains("is unchanged"))
        #expect(transport.requests.count == 1)
    }

    @Test func saysNothingOfASecretThatCannotChange() async throws {
        let transport = transport(knows: { "first-secret" }) {}
        let result = try await harness.run(job("{client: {env: SECRET}}"), transport)
        #expect(result.codes == ["E1101"])
        #expect(!result.messages.contains("read again"))
        #expect(transport.requests.count == 1)
    }

    @Test func failsAsBeforeWhenTheFileIsGone() async throws {
        try harness.work.write("secret.txt", "first-secret\n")
        let known = Shared("first-secret")
        let path = harness.work.path("secret.txt")
        let transport = transport(knows: { known.value }) {
            known.value = "nobody-has-it"
            _ = path.withCString { remove($0) }
        }
        let result = try await harness.run(job("{client: {file: secret.txt}}"), transport)
        #expect(result.codes == ["E1101"])
        #expect(transport.requests.compactMap(Self.secret) == ["first-secret", "first-secret"])
    }
}

/// A text that several tasks read and write.
private final class Shared: Sendable {
    private let text: Mutex<String>

    init(_ text: String) {
        self.text = Mutex(text)
    }

    var value: String {
        get { text.withLock { $0 } }
        set { text.withLock { $0 = newValue } }
    }
}
