import Diagnostics
import HTTP
import JobFile
import Secrets
import Synchronization
import Testing

@testable import Auth

@Suite("Secrets that are read again when the server no longer knows the client")
struct RereadingTests {
    private let fixture = Fixture()
    private let asked = Seen()

    /// A server that knows one secret; the transport keeps the requests.
    private func server(_ secret: String) -> ScriptedTransport {
        ScriptedTransport { request, _ throws(TransferError) in
            guard case .bytes(let body, _) = request.body else { return Answers.answer(400, "") }
            return String(decoding: body, as: UTF8.self).contains("client_secret=\(secret)")
                ? Answers.token("token-\(secret)", expiresIn: "100") : Answers.refused("invalid_client", status: 401)
        }
    }

    private func source(_ secret: String) -> TokenSourceConfiguration {
        var oauth = fixture.oauth
        oauth.client.secret?.value = Secret(secret)
        return fixture.source("default", .oauth(oauth))
    }

    /// Credentials whose secrets read again are these, one after the other.
    private func credentials(_ first: String, _ again: String?..., transport: ScriptedTransport) -> Credentials {
        let asked = asked
        return Credentials(
            [source(first)],
            context: fixture.sourceContext(transport) { name in
                asked.add(name)
                return again[min(asked.all.count, again.count) - 1].map { source($0) }
            })
    }

    private func failure(_ credentials: Credentials) async -> TokenFailure? {
        await tokenFailure { () async throws(TokenFailure) in try await credentials.token(of: "default") }
    }

    @Test("a changed secret is used at once")
    func changed() async throws {
        let transport = server("new-secret")
        let credentials = credentials("old-secret", "new-secret", transport: transport)
        #expect(try await credentials.token(of: "default").value.reveal() == "token-new-secret")
        #expect(asked.all == ["default"])
        #expect(transport.requests.count == 2)
    }

    @Test("and kept: the next token is asked for with it")
    func kept() async throws {
        let transport = server("new-secret")
        let credentials = credentials("old-secret", "new-secret", transport: transport)
        _ = try await credentials.token(of: "default")
        fixture.clock.advance(by: .seconds(200))
        _ = try await credentials.token(of: "default")
        #expect(asked.all == ["default"])
        #expect(transport.requests.count == 3)
    }

    @Test("a change in the middle of a run: a token that was good, then another secret")
    func rotated() async throws {
        let current = Mutex("one-secret")
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            guard case .bytes(let body, _) = request.body else { return Answers.answer(400, "") }
            let secret = current.withLock { $0 }
            return String(decoding: body, as: UTF8.self).contains("client_secret=\(secret)")
                ? Answers.token("token-\(secret)", expiresIn: "100") : Answers.refused("invalid_client", status: 401)
        }
        let credentials = credentials("one-secret", "two-secret", transport: transport)
        #expect(try await credentials.token(of: "default").value.reveal() == "token-one-secret")
        current.withLock { $0 = "two-secret" }
        fixture.clock.advance(by: .seconds(200))
        #expect(try await credentials.token(of: "default").value.reveal() == "token-two-secret")
        // Once a run: a second change is not followed.
        current.withLock { $0 = "three-secret" }
        fixture.clock.advance(by: .seconds(200))
        #expect(await failure(credentials)?.kind == .refused)
        #expect(asked.all == ["default"])
    }

    @Test("the new one is refused too")
    func refusedToo() async throws {
        let transport = server("other-secret")
        let failure = await failure(credentials("old-secret", "new-secret", transport: transport))
        #expect(
            failure?.diagnostic.notes.last == "the secret had changed and was read again; the new one is refused too")
        #expect(failure?.isLasting == true)
        #expect(transport.requests.count == 2)
    }

    @Test("an unchanged one is not sent a second time")
    func unchanged() async throws {
        let transport = server("other-secret")
        let failure = await failure(credentials("old-secret", "old-secret", transport: transport))
        #expect(failure?.diagnostic.notes.last == "the secret was read again, and is unchanged")
        #expect(transport.requests.count == 1)
    }

    @Test("secrets that cannot be read again change nothing about the failure")
    func unreadable() async throws {
        let transport = server("other-secret")
        let failure = await failure(credentials("old-secret", nil, transport: transport))
        #expect(failure?.diagnostic.code == .tokenRefused)
        #expect(failure?.diagnostic.notes.contains { $0.contains("read again") } == false)
        #expect(transport.requests.count == 1)
    }

    @Test("another refusal is none of theirs")
    func otherRefusal() async throws {
        let transport = ScriptedTransport(Answers.refused("invalid_scope"))
        _ = await failure(credentials("old-secret", "new-secret", transport: transport))
        #expect(asked.all == [])
    }
}
