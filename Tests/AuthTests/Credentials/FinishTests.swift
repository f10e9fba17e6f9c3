import Diagnostics
import HTTP
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("The end of a run", .timeLimit(.minutes(1)))
struct FinishTests {
    private static let revocation = "https://auth.example.com/revoke"

    private func fixture(revokes: Bool = true) -> Fixture {
        var fixture = Fixture()
        fixture.oauth.handling.revokes = revokes
        fixture.oauth.handling.revocationURL = Self.revocation
        return fixture
    }

    private func transport() -> ScriptedTransport {
        ScriptedTransport { request, number throws(TransferError) in
            request.url == Self.revocation ? Answers.answer(200, "") : Answers.token("token-\(number)")
        }
    }

    private func revoked(_ transport: ScriptedTransport) throws -> [String?] {
        try transport.requests.filter { $0.url == Self.revocation }.map { try SentForm($0)["token"] }
    }

    @Test("the token is revoked, once")
    func revokes() async throws {
        let transport = transport()
        let credentials = fixture().credentials(transport)
        _ = try await credentials.token(of: "default")
        await credentials.finish()
        await credentials.finish()
        #expect(try revoked(transport) == ["token-1"])
    }

    @Test("of several, the one at hand")
    func last() async throws {
        let fixture = fixture()
        let transport = transport()
        let credentials = fixture.credentials(transport)
        _ = try await credentials.token(of: "default")
        fixture.clock.advance(by: .seconds(4000))
        _ = try await credentials.token(of: "default")
        await credentials.finish()
        #expect(try revoked(transport) == ["token-2"])
    }

    @Test("also when the run was interrupted")
    func cancelled() async throws {
        let transport = transport()
        let credentials = fixture().credentials(transport)
        _ = try await credentials.token(of: "default")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await credentials.finish()
        }
        await task.value
        #expect(try revoked(transport) == ["token-1"])
    }

    @Test("not without a token, and not where the job does not say so")
    func nothing() async throws {
        let transport = transport()
        await fixture().credentials(transport).finish()
        let plain = fixture(revokes: false).credentials(transport)
        _ = try await plain.token(of: "default")
        await plain.finish()
        #expect(try revoked(transport) == [])
    }

    @Test("a token that other runs have is left alone")
    func shared() async throws {
        let folder = try TestFolder()
        var fixture = fixture()
        fixture.oauth.handling.cache = .disk
        let transport = transport()
        var context = fixture.sourceContext(transport)
        context.cacheFolder = "\(folder.path)/tokens"
        let credentials = Credentials([fixture.source], context: context)
        _ = try await credentials.token(of: "default")
        await credentials.finish()
        #expect(try revoked(transport) == [])

        let second = Credentials([fixture.source], context: context)
        #expect(try await second.token(of: "default").value.reveal() == "token-1")
        second.clearCache(of: "default")
        let third = Credentials([fixture.source], context: context)
        #expect(try await third.token(of: "default").value.reveal() == "token-2")
    }

    @Test("a server that does not answer does not hold the run up")
    func hanging() async throws {
        let transport = ScriptedTransport { request, _ throws(TransferError) in
            guard request.url == Self.revocation else { return Answers.token("token-1") }
            let (stream, _) = AsyncStream<Never>.makeStream()
            for await _ in stream {}
            throw TransferError(.cancelled, message: "cancelled", host: "auth.example.com")
        }
        let credentials = fixture().credentials(transport)
        _ = try await credentials.token(of: "default")
        await credentials.finish(within: .milliseconds(20))
        #expect(transport.requests.count == 2)
    }

    @Test(
        "nor does one that keeps a refresh token waiting, nor an issuer that is never heard of",
        arguments: [true, false])
    func spending(isFound: Bool) async throws {
        var fixture = fixture(revokes: false)
        let span = fixture.source.span
        fixture.oauth.grant = .refreshToken(.value(Located(Secret("refresh-1"), at: span)))
        if !isFound { fixture.oauth.endpoint = .issuer(Located("https://auth.example.com", at: span)) }
        let asked = Gate()
        let transport = ScriptedTransport { _, _ throws(TransferError) in
            asked.open()
            try? await Task.sleep(for: .seconds(3600))
            throw TransferError(.cancelled, message: "cancelled", host: "auth.example.com")
        }
        let credentials = fixture.credentials(transport)
        let run = Task { try? await credentials.token(of: "default") }
        await asked.pass()
        run.cancel()
        await credentials.finish(within: .milliseconds(20))
        #expect(await run.value == nil)
    }
}
