import Diagnostics
import HTTP
import JobFile
import Testing

@testable import Auth

@Suite("A token endpoint that cannot be reached")
struct TransferFailureTests {
    private func failure(_ kind: TransferError.Kind, _ fixture: Fixture = Fixture()) async -> TokenFailure? {
        await fixture.failure(
            ScriptedTransport { _, _ throws(TransferError) in
                throw TransferError(kind, message: "it went\u{1B}wrong", host: "auth.example.com", isNothingSent: true)
            })
    }

    @Test(
        "says what to look at",
        arguments: [
            (.unresolved, "host name"), (.refused, "nothing listens"), (.connectTimeout, "firewall"),
            (.timeout, "too long"), (.idle, "too long"), (.tls, "TLS"), (.certificate, "tls: {ca: FILE}"),
            (.closed, "hung up"), (.bodyCut, "hung up"), (.protocolError, "no HTTP"),
        ] as [(TransferError.Kind, String)])
    func advice(kind: TransferError.Kind, hint: String) async throws {
        let failure = try #require(await failure(kind))
        #expect(failure.kind == .unreachable)
        #expect(failure.diagnostic.code == .tokenUnreachable)
        #expect(failure.diagnostic.span?.text == Fixture.tokenURL)
        #expect(failure.diagnostic.label == "it went\\u{1b}wrong")
        #expect(failure.diagnostic.notes.joined().contains(hint))
    }

    @Test(
        "an answer past a limit is no token",
        arguments: [.bodyTooLarge(limit: 1 << 20), .headersTooLarge, .badEncoding] as [TransferError.Kind])
    func limits(kind: TransferError.Kind) async throws {
        let failure = try #require(await failure(kind))
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.code == .tokenAnswerUnusable)
    }

    @Test("the answer may have a megabyte")
    func limit() async {
        let transport = ScriptedTransport(Answers.token("t"))
        _ = await Fixture().failure(transport)
        #expect(transport.limits == [1 << 20])
    }

    @Test("a run that ends is no fault of the server")
    func cancelled() async throws {
        #expect(try #require(await failure(.cancelled)).kind == .cancelled)
    }

    @Test("plain http only to this machine, through a socket of it, or when it is allowed")
    func plainHTTP() async throws {
        func kind(_ url: String, _ configure: (inout Fixture) -> Void = { _ in }) async -> TokenFailure.Kind? {
            var fixture = Fixture(tokenURL: url)
            configure(&fixture)
            let transport = ScriptedTransport(Answers.token("t"))
            let kind = await fixture.failure(transport)?.kind
            #expect(transport.requests.count == (kind == nil ? 1 : 0))
            return kind
        }
        #expect(await kind("http://auth.example.com/token") == .plainHTTP)
        #expect(await kind("http://127.0.0.1:8080/token") == nil)
        #expect(await kind("http://localhost/token") == nil)
        #expect(await kind("http://auth.example.com/token") { $0.oauth.allowHTTP = true } == nil)
        #expect(await kind("http://auth/token") { $0.oauth.transport.unixSocket = "/run/auth.sock" } == nil)
    }
}
