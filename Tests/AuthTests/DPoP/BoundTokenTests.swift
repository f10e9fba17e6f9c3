import Diagnostics
import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Tokens that are bound by DPoP")
struct BoundTokenTests {
    private func fixture() -> Fixture {
        var fixture = Fixture()
        fixture.oauth.dpop = DPoPSettings()
        return fixture
    }

    private func bound(_ token: String = "granted", type: String = "DPoP", nonce: String? = nil) -> HTTPResponse {
        Answers.answer(
            200, #"{"access_token": "\#(token)", "token_type": "\#(type)"}"#,
            headers: nonce.map { [("DPoP-Nonce", $0)] } ?? [])
    }

    private func demand(_ nonce: String, status: Int = 400) -> HTTPResponse {
        Answers.answer(status, #"{"error": "use_dpop_nonce"}"#, headers: [("DPoP-Nonce", nonce)])
    }

    private func proof(_ request: HTTPRequest) async throws -> Verified {
        try await Verified(proof: request.headers.first("DPoP"))
    }

    @Test("the token request has a proof of its own, and the token is of the type DPoP")
    func request() async throws {
        let transport = ScriptedTransport(bound(type: "dpop"))
        let token = try await fixture().endpoint(transport).fetch().get().credential.token
        #expect(token.scheme == "DPoP")
        let jwt = try await proof(transport.requests[0])
        #expect(jwt.claims["htm"]?.string == "POST")
        #expect(jwt.claims["htu"]?.string == Fixture.tokenURL)
        #expect(jwt.claims["ath"] == nil)
    }

    @Test("a nonce that is asked for comes at once, once, with a fresh proof", arguments: [400, 401])
    func nonce(status: Int) async throws {
        let requests = await fixture().sent(demand("n-1", status: status), bound())
        #expect(requests.count == 2)
        let first = try await proof(requests[0])
        let second = try await proof(requests[1])
        #expect(first.claims["nonce"] == nil)
        #expect(second.claims["nonce"]?.string == "n-1")
        #expect(first.claims["jti"] != second.claims["jti"])
    }

    @Test("the nonce of a good answer is used for the next request")
    func nextNonce() async throws {
        let transport = ScriptedTransport(bound(nonce: "n-1"))
        let endpoint = fixture().endpoint(transport)
        _ = await endpoint.fetch()
        _ = await endpoint.fetch()
        #expect(try await proof(transport.requests[1]).claims["nonce"]?.string == "n-1")
    }

    @Test("a server that asks for a nonce twice is a failure that says so, and no third request")
    func twice() async throws {
        let transport = ScriptedTransport(demand("n-1"), demand("n-2"), bound())
        let failure = try #require(await fixture().failure(transport))
        #expect(transport.requests.count == 2)
        #expect(failure.kind == .refused)
        #expect(!failure.isLasting)
        #expect(failure.diagnostic.notes.joined().contains("another nonce"))
    }

    @Test("a retry has a fresh proof")
    func retry() async throws {
        let requests = await fixture().sent(Answers.answer(503, ""), bound())
        let first = try await proof(requests[0])
        let second = try await proof(requests[1])
        #expect(first.claims["jti"] != second.claims["jti"])
    }

    @Test("a token that is not bound is refused", arguments: [#""Bearer""#, "null", #""mac""#])
    func downgrade(type: String) async throws {
        let failure = try #require(
            await fixture().failure(Answers.answer(200, #"{"access_token": "granted", "token_type": \#(type)}"#)))
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.title.contains("in answer to DPoP"))
        #expect(failure.diagnostic.notes.joined().contains("leave dpop out"))
    }

    @Test("a token that is bound though nobody asked for it needs dpop: true")
    func unasked() async throws {
        let failure = try #require(await Fixture().failure(bound()))
        #expect(failure.kind == .unusable)
        #expect(failure.diagnostic.notes.joined().contains("dpop: true"))
    }

    @Test("a server that wants proofs and got none")
    func wanted() async throws {
        let failure = try #require(await Fixture().failure(demand("n")))
        #expect(failure.diagnostic.notes.joined().contains("dpop: true"))
    }

    @Test("a proof that is not accepted: algorithm, address, clock")
    func invalid() async throws {
        let refused = Answers.refused("invalid_dpop_proof", headers: [("Date", "Fri, 15 Jan 2027 08:00:00 GMT")])
        let failure = try #require(await fixture().failure(refused))
        let notes = failure.diagnostic.notes.joined(separator: "\n")
        #expect(notes.contains("signed with ES256"))
        #expect(notes.contains(Fixture.tokenURL))
        #expect(!notes.contains("clock"))
    }
}
