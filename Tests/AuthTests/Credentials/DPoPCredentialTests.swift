import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("Tokens that are bound to a key, at the API")
struct DPoPCredentialTests {
    private let fixture: Fixture
    private let url = "\(Fixture.api)/orders?page=2"

    init() {
        var fixture = Fixture()
        fixture.oauth.dpop = DPoPSettings()
        self.fixture = fixture
    }

    /// The API and the token endpoint in one; the API gets the requests' number among its own, from 1.
    private func transport(_ api: @escaping @Sendable (HTTPRequest, Int) -> HTTPResponse) -> ScriptedTransport {
        let calls = Seen()
        return ScriptedTransport { request, _ throws(TransferError) in
            if request.url == Fixture.tokenURL {
                return Answers.answer(
                    200, #"{"access_token": "bound-token", "token_type": "DPoP", "expires_in": 3600}"#)
            }
            calls.add("")
            return api(request, calls.all.count)
        }
    }

    private func run(_ transport: ScriptedTransport, _ credentials: Credentials? = nil) async throws -> [HTTPRequest] {
        let credentials = credentials ?? fixture.credentials(transport)
        _ = try await fixture.exchange(credentials, "default", transport).run(
            Fixture.request(url), to: .memory(limit: 1000))
        return transport.requests.filter { $0.url != Fixture.tokenURL }
    }

    @Test("a proof goes along, made for this request and this token")
    func proof() async throws {
        let sent = try await run(transport { _, _ in Answers.answer(200, "", url: Fixture.api) })
        let request = try #require(sent.first)
        #expect(request.headers.all("Authorization") == ["DPoP bound-token"])
        let proof = try await Verified(proof: request.headers.first("DPoP"))
        #expect(proof.header["typ"]?.string == "dpop+jwt")
        #expect(proof.claims["htm"]?.string == "GET")
        #expect(proof.claims["htu"]?.string == "\(Fixture.api)/orders")
        #expect(proof.claims["ath"]?.string == Base64URL.encode(SHA256Digest.of("bound-token".utf8)))
        #expect(request.headers.allSatisfy { $0.isSecret })
    }

    @Test("each attempt has a proof of its own")
    func fresh() async throws {
        let sent = try await run(
            transport { _, number in Answers.answer(number < 3 ? 503 : 200, "", url: Fixture.api) })
        #expect(sent.count == 3)
        #expect(Set(sent.compactMap { $0.headers.first("DPoP") }).count == 3)
    }

    @Test("the API wants a nonce: once more with it, and with the same token")
    func nonce() async throws {
        let challenge = Answers.answer(
            401, "",
            headers: [("WWW-Authenticate", #"DPoP error="use_dpop_nonce", algs="ES256""#), ("DPoP-Nonce", "n-1")],
            url: url)
        let transport = transport { _, number in number == 1 ? challenge : Answers.answer(200, "", url: Fixture.api) }
        let sent = try await run(transport)
        #expect(sent.count == 2)
        #expect(try await Verified(proof: sent[0].headers.first("DPoP")).claims["nonce"] == nil)
        #expect(try await Verified(proof: sent[1].headers.first("DPoP")).claims["nonce"]?.string == "n-1")
        #expect(transport.requests.count { $0.url == Fixture.tokenURL } == 1)
    }

    @Test("a nonce that is never good enough is no loop")
    func noLoop() async throws {
        let challenge = Answers.answer(
            401, "", headers: [("WWW-Authenticate", #"DPoP error="use_dpop_nonce""#), ("DPoP-Nonce", "n-1")], url: url)
        #expect(try await run(transport { _, _ in challenge }).count == 2)
    }

    @Test("the nonce of any answer is used from then on")
    func nonceOfGoodAnswer() async throws {
        let transport = transport { _, number in
            Answers.answer(200, "", headers: [("DPoP-Nonce", "n-\(number)")], url: Fixture.api)
        }
        let credentials = fixture.credentials(transport)
        _ = try await run(transport, credentials)
        let sent = try await run(transport, credentials)
        #expect(try await Verified(proof: sent[1].headers.first("DPoP")).claims["nonce"]?.string == "n-1")
    }

    @Test("elsewhere goes neither token nor proof, nor on the way back")
    func redirected() async throws {
        let elsewhere = "https://evil.example/"
        let transport = transport { [url] request, number in
            switch number {
            case 1: Answers.answer(302, "", headers: [("Location", elsewhere)], url: url)
            case 2: Answers.answer(302, "", headers: [("Location", "\(Fixture.api)/back")], url: elsewhere)
            default: Answers.answer(200, "", url: Fixture.api)
            }
        }
        let sent = try await run(transport)
        #expect(sent.map(\.url) == [url, elsewhere, "\(Fixture.api)/back"])
        #expect(sent.map { $0.headers.contains("DPoP") } == [true, false, false])
        #expect(sent.map { $0.headers.contains("Authorization") } == [true, false, false])
    }
}
