import Foundation
import JSON
import Testing

@testable import JWT

@Suite("Private keys as JWK")
struct JWKTests {
    @Test(
        "the examples of the RFCs",
        arguments: [
            (ExampleKeys.rfc7515RSA, "RSA, 2048 bits"), (ExampleKeys.rfc7517RSA, "RSA, 2048 bits"),
            (ExampleKeys.rfc7515EC, "EC P-256"), (ExampleKeys.rfc8037, "Ed25519"),
        ])
    func examples(text: String, summary: String) throws {
        let key = try key(text)
        #expect(key.summary == summary)
        // The public half is that of the text.
        let members = try JSONValue(text)
        guard case .object(let own) = key.publicJWK else { return #expect(Bool(false)) }
        for member in own { #expect(members[member.name] == member.value) }
        #expect(try PrivateKey(key.pkcs8PEM).thumbprint == key.thumbprint)
    }

    @Test("`kid` is the key's, `alg` its default")
    func members() throws {
        let key = try key(ExampleKeys.rfc7517RSA.replacing("RS256", with: "PS384"))
        #expect(key.keyID == "2011-04-29")
        #expect(key.algorithms == [.ps384, .rs256, .rs384, .rs512, .ps256, .ps512])
        let edwards = try self.key(ExampleKeys.rfc8037, adding: #""alg":"Ed25519","use":"sig","x5c":[1],"ext":true"#)
        #expect(edwards.algorithms == [.ed25519, .edDSA])
        #expect(edwards.keyID == nil)
    }

    @Test("blank space and a byte order mark before it")
    func leading() throws {
        for before in ["\n \t", "\u{FEFF}", "\u{FEFF}\r\n"] {
            #expect(try key(before + ExampleKeys.rfc8037 + "\n").summary == "Ed25519")
        }
    }

    @Test("the one private key of a set")
    func set() throws {
        let publicKey = try key(ExampleKeys.rfc7515EC).publicJWK.serialized()
        #expect(try key(#"{"keys":[\#(publicKey),\#(ExampleKeys.rfc8037)]}"#).summary == "Ed25519")
        #expect(
            try keyError(#"{"keys":[\#(publicKey)]}"#).message == "the JWK set holds no private key")
        #expect(
            try keyError(#"{"keys":[\#(ExampleKeys.rfc8037),\#(ExampleKeys.rfc7515EC)]}"#).message
                == "the JWK set holds 2 private keys")
    }

    @Test(
        "wrong ones say what is wrong",
        arguments: [
            (#"{"kty":"oct","k":"c2VjcmV0"}"#, "shared secret"),
            (#"{"kty":"OKP","crv":"X25519","d":"AA","x":"AA"}"#, "`crv` is not supported"),
            (#"{"kty":"OKP","crv":"Ed448","d":"AA","x":"AA"}"#, "`crv` is not supported"),
            (#"{"kty":"EC","crv":"secp256k1","d":"AA","x":"AA"}"#, "`crv` is not supported"),
            (#"{"kty":"EC","d":"AQ"}"#, "`crv` is not supported"),
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, "public JWK"),
            (#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, "public JWK"),
            (#"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, "public JWK"),
            (#"{"kty":"EC","crv":"P-256","d":"!!"}"#, "`d` of the JWK is not base64url"),
            (#"{"kty":"EC","crv":"P-256","d":""}"#, "`d` of the JWK is not base64url"),
            (#"{"kty":"EC","crv":"P-256","d":17}"#, "`d` of the JWK is not base64url"),
            (#"{"kty":"EC","crv":"P-256","d":"AA"}"#, "no private key of its curve"),
            (#"{"kty":"OKP","crv":"Ed25519","d":"AAAA"}"#, "no private key of its curve"),
            (#"{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}"#, "no `p`, `q`, `dp`, `dq`, `qi`"),
            (#"{"kty":"RSA","d":"AQ","p":"AQ","q":"AQ","dp":"AQ","dq":"AQ","qi":"AQ"}"#, "no `n`"),
            (
                #"{"kty":"RSA","n":"AQ","e":"AQ","d":"AQ","p":"AQ","q":"AQ","dp":"AQ","dq":"AQ","qi":"AQ"}"#,
                "the RSA key has 1 bits"
            ),
            (#"{"kty":"PQC","d":"AA"}"#, "`kty` is not supported"),
            (#"{"d":"AA"}"#, "no `kty`"),
            (#"{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----"}"#, "credentials"),
            (#"{"kty":"EC","crv":"P-256","d":"AQ""#, "not valid JSON: line 1, column "),
            ("{}", "no `kty`"),
            ("{", "not valid JSON"),
        ])
    func wrong(text: String, message: String) throws {
        let error = try keyError(text)
        #expect(error.message.contains(message))
    }

    @Test("members that do not fit the key")
    func inconsistent() throws {
        let changed = ExampleKeys.rfc7515EC.replacing("f83OJ3D2", with: "f83OJ3D3")
        #expect(try keyError(changed) == JWKMembers.inconsistent)
        #expect(
            try keyError(ExampleKeys.rfc8037.replacing("11qYAYKx", with: "11qYAYKy")) == JWKMembers.inconsistent)
        for name in ["n", "e", "d", "p", "q", "dp", "dq", "qi"] {
            guard case .object(var members) = try JSONValue(ExampleKeys.rfc7515RSA) else { return }
            let place = try #require(members.firstIndex { $0.name == name })
            var bytes = try #require(Base64URL.decode(members[place].value.string ?? ""))
            bytes[bytes.count - 1] ^= 0x02
            members[place].value = .string(Base64URL.encode(bytes))
            #expect(try keyError(JSONValue.object(members).serialized()) == JWKMembers.inconsistent, "\(name)")
        }
    }

    @Test("keys for encryption, and algorithms of another kind of key")
    func otherUse() throws {
        #expect(throws: KeyError.self) { try key(ExampleKeys.rfc7515EC, adding: #""use":"enc""#) }
        let error = try #require(throws: KeyError.self) {
            try key(ExampleKeys.rfc7515EC, adding: #""alg":"ECDH-ES""#)
        }
        #expect(error.hint == "the key can sign ES256")
        #expect(throws: KeyError.self) { try key(ExampleKeys.rfc7515EC, adding: #""alg":"RS256""#) }
        #expect(throws: KeyError.self) { try key(ExampleKeys.rfc7515RSA, adding: #""oth":[]"#) }
    }

    private func key(_ text: String) throws -> PrivateKey { try JWTTests.key(text) }

    private func key(_ text: String, adding members: String) throws -> PrivateKey {
        try key("{" + members + "," + text.dropFirst())
    }
}
