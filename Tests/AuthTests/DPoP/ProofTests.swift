import HTTP
import JSON
import JWT
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("DPoP proofs")
struct ProofTests {
    private let fixture = Fixture()

    private func prover(
        _ settings: DPoPSettings = DPoPSettings(), shared: SharedServers = SharedServers()
    ) -> DPoPProver {
        DPoPProver(
            settings, of: fixture.source, shared: shared,
            context: fixture.context(ScriptedTransport(Answers.token("t"))))
    }

    private func proof(
        _ prover: DPoPProver, url: String = "https://api.example.com/a", method: String = "GET", token: String? = nil
    ) async throws -> Verified {
        var request = HTTPRequest(method: method, url: url, isIdempotent: true)
        try prover.addProof(to: &request, token: token.map { Secret($0) })
        #expect(request.headers.all("DPoP").count == 1)
        #expect(request.headers.first { $0.name == "DPoP" }?.isSecret == true)
        return try await Verified(proof: request.headers.first("DPoP"))
    }

    @Test("the header names the type and the public key, the claims the request and the time")
    func members() async throws {
        let jwt = try await proof(prover(), method: "POST")
        #expect(jwt.header["typ"]?.string == "dpop+jwt")
        #expect(jwt.header["alg"]?.string == "ES256")
        guard case .object(let jwk) = jwt.header["jwk"] else { return #expect(Bool(false)) }
        #expect(Set(jwk.map(\.name)) == ["kty", "crv", "x", "y"])
        #expect(jwt.claims["htm"]?.string == "POST")
        #expect(jwt.claims["htu"]?.string == "https://api.example.com/a")
        #expect(jwt.claims["iat"]?.number?.int == 1_800_000_000)
        #expect(jwt.claims["jti"]?.string?.utf8.count == 22)
        #expect(jwt.claims["ath"] == nil)
        #expect(jwt.claims["nonce"] == nil)
    }

    @Test("with a token: its hash, as RFC 9449 has it")
    func hash() async throws {
        // The example of RFC 9449, section 7.1.
        let token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"
        #expect(
            try await proof(prover(), token: token).claims["ath"]?.string
                == "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo")
    }

    @Test("each is fresh")
    func fresh() async throws {
        let prover = prover()
        let ids = [
            try await proof(prover).claims["jti"]?.string, try await proof(prover).claims["jti"]?.string,
        ]
        #expect(Set(ids).count == 2)
    }

    @Test(
        "the address is that which the server sees, without query and fragment",
        arguments: [
            ("https://api.example.com/a?b=c&d#e", "https://api.example.com/a"),
            ("https://api.example.com", "https://api.example.com/"),
            ("https://api.example.com?b", "https://api.example.com/"),
            ("https://API.example.com:443/A%20b/", "https://api.example.com/A%20b/"),
            ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
            ("https://api.example.com/a/?b=/c", "https://api.example.com/a/"),
        ])
    func address(url: String, htu: String) async throws {
        #expect(try await proof(prover(), url: url).claims["htu"]?.string == htu)
    }

    @Test("the job's key signs, with its algorithm")
    func ownKey() async throws {
        let key = PrivateKey.generateES256()
        let jwt = try await proof(prover(DPoPSettings(key: fixture.located(key))))
        #expect(jwt.header["jwk"] == key.publicJWK)
        #expect(prover(DPoPSettings(key: fixture.located(key))).thumbprint == key.thumbprint)
    }

    @Test("a key that does not fit its algorithm is said so")
    func wrongKey() throws {
        var request = Fixture.request()
        let prover = prover(DPoPSettings(algorithm: .rs256))
        let failure = #expect(throws: TokenFailure.self) { try prover.addProof(to: &request, token: nil) }
        #expect(failure?.isLasting == true)
    }

    @Test("the latest nonce of an origin, from an answer of any status, and only to requests with a proof")
    func nonces() async throws {
        let prover = prover()
        func observe(_ nonce: String, status: Int, url: String, hasProof: Bool = true) throws {
            var request = Fixture.request(url)
            if hasProof { try prover.addProof(to: &request, token: nil) }
            prover.observe(Answers.answer(status, "", headers: [("DPoP-Nonce", nonce)]), to: request)
        }
        func nonce(_ url: String = "https://api.example.com/b") async throws -> String? {
            try await proof(prover, url: url).claims["nonce"]?.string
        }
        try observe("one", status: 200, url: "https://api.example.com/a")
        #expect(try await nonce() == "one")
        #expect(try await nonce("https://api.example.com:8443/b") == nil)
        #expect(try await nonce("https://other.example.com/b") == nil)
        try observe("two", status: 500, url: "https://api.example.com/z")
        #expect(try await nonce() == "two")
        try observe("three", status: 302, url: "https://api.example.com/z", hasProof: false)
        #expect(try await nonce() == "two")
        for bad in ["", "a b", "a\"b", "a\\b", String(repeating: "n", count: 5000)] {
            try observe(bad, status: 200, url: "https://api.example.com/z")
            #expect(try await nonce() == "two")
        }
    }

    @Test("sources of a run share nonces, and each has a key of its own")
    func shared() async throws {
        let shared = SharedServers()
        let first = prover(shared: shared)
        var request = Fixture.request()
        try first.addProof(to: &request, token: nil)
        first.observe(Answers.answer(200, "", headers: [("DPoP-Nonce", "n")]), to: request)
        let second = prover(shared: shared)
        #expect(try await proof(second).claims["nonce"]?.string == "n")
        #expect(first.thumbprint != second.thumbprint)
    }

    @Test("who asks for a nonce: a token endpoint in its body, an API in its challenge, both with the nonce")
    func demands() {
        let body = #"{"error": "use_dpop_nonce"}"#
        let challenge = ("WWW-Authenticate", #"DPoP realm="x", error = "use_dpop_nonce", error_description="y""#)
        let nonce = ("DPoP-Nonce", "n")
        let prover = prover()
        #expect(prover.isNonceWanted(by: Answers.answer(400, body, headers: [nonce])))
        #expect(prover.isNonceWanted(by: Answers.answer(401, body, headers: [nonce])))
        #expect(prover.isNonceWanted(by: Answers.answer(401, "", headers: [nonce, challenge])))
        #expect(!prover.isNonceWanted(by: Answers.answer(401, "", headers: [challenge])))
        #expect(!prover.isNonceWanted(by: Answers.answer(400, "", headers: [nonce, challenge])))
        #expect(!prover.isNonceWanted(by: Answers.answer(401, "", headers: [nonce])))
        #expect(!prover.isNonceWanted(by: Answers.answer(403, body, headers: [nonce, challenge])))
        #expect(!prover.isNonceWanted(by: Answers.answer(400, #"{"error": "invalid_client"}"#, headers: [nonce])))
    }
}
