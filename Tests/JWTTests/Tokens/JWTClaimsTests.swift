import JSON
import Secrets
import Testing

@testable import JWT

@Suite("Looking into a JWT")
struct JWTClaimsTests {
    @Test("header and claims, in the URL-safe alphabet")
    func decode() throws {
        // {"alg":"RS256"} and {"sub":"ÿþ?>","n":12345678901234567890}
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiLDv8O-Pz4iLCJuIjoxMjM0NTY3ODkwMTIzNDU2Nzg5MH0.c2ln"
        let (header, claims) = try #require(JWTClaims.decode(Secret(token)))
        #expect(header.serialized() == #"{"alg":"RS256"}"#)
        #expect(claims["sub"]?.string == "ÿþ?>")
        #expect(claims["n"]?.number?.text == "12345678901234567890")
    }

    @Test(
        "anything else is no JWT",
        arguments: [
            "", "abc", "a.b", "a.b.c", "..", "e30.e30", "e30.W10.x", "e30.e3.x", "e30.e30.x.y", "e30+.e30.x",
            "eyJ.e30.x", "ÿ.ÿ.ÿ", String(repeating: ".", count: 100_000),
        ])
    func other(token: String) {
        #expect(JWTClaims.decode(Secret(token)) == nil)
    }

    @Test("an unsigned one can be shown too")
    func unsigned() {
        #expect(JWTClaims.decode(Secret("e30.e30."))?.claims.serialized() == "{}")
    }
}
