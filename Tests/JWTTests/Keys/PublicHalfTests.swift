import Foundation
import JSON
import Testing

@testable import JWT

@Suite("The public half of a key")
struct PublicHalfTests {
    @Test("the thumbprints of RFC 7638 section 3.1 and RFC 8037 A.3")
    func thumbprints() throws {
        #expect(try key(ExampleKeys.rfc7517RSA).thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(try key(ExampleKeys.rfc8037).thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    @Test("the members, and none that is private")
    func members() throws {
        let names = [
            "RSA": ["kty", "n", "e"], "P-256": ["kty", "crv", "x", "y"], "P-384": ["kty", "crv", "x", "y"],
            "P-521": ["kty", "crv", "x", "y"], "Ed25519": ["kty", "crv", "x"],
        ]
        for (name, text) in TestKeys.all {
            guard case .object(let members) = try key(text.get()).publicJWK else { return #expect(Bool(false)) }
            #expect(members.map(\.name) == names[name])
        }
        let sizes = ["P-256": 32, "P-384": 48, "P-521": 66]
        for (name, size) in sizes {
            let jwk = try key(#require(TestKeys.all[name]).get()).publicJWK
            #expect(jwk["crv"]?.string == name)
            for coordinate in ["x", "y"] {
                #expect(Base64URL.decode(jwk[coordinate]?.string ?? "")?.count == size)
            }
        }
    }

    @Test("the fingerprint is the one that openssl computes", arguments: TestKeys.all.keys.sorted())
    func fingerprint(name: String) throws {
        let text = try #require(TestKeys.all[name]).get()
        let der = try OpenSSL.run(["pkey", "-pubout", "-outform", "DER"], input: Data(text.utf8))
        let digest = try OpenSSL.run(["dgst", "-sha256", "-binary"], input: der)
        #expect(try key(text).fingerprint == digest.base64EncodedString())
    }
}
