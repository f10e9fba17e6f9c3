import JSON
import Secrets
import Testing

@testable import JWT

@Suite("Signing tokens")
struct JWTSignerTests {
    private let signer: JWTSigner

    init() throws {
        signer = try JWTSigner(key: key(ExampleKeys.rfc8037))
    }

    @Test("the header begins with `alg` and `typ`")
    func header() throws {
        #expect(try header([]) == #"{"alg":"EdDSA","typ":"JWT"}"#)
        #expect(try header([member("kid", "a\"b")]) == #"{"alg":"EdDSA","typ":"JWT","kid":"a\"b"}"#)
        #expect(
            try header([member("kid", "1"), member("typ", "dpop+jwt")])
                == #"{"alg":"EdDSA","kid":"1","typ":"dpop+jwt"}"#)
        #expect(try header([member("alg", "none")]) == #"{"alg":"EdDSA","typ":"JWT"}"#)
    }

    @Test("numbers keep their spelling, members their order")
    func claims() throws {
        let text = #"{"z":1.10,"a":12345678901234567890123,"e":1E3,"n":null,"l":[true,{}],"ü":"\u0001/"}"#
        let token = try signer.sign(claims: JSONValue(text))
        let part = try #require(token.reveal().split(separator: ".").dropFirst().first)
        #expect(String(decoding: Base64URL.decode(part) ?? [], as: UTF8.self) == text)
        #expect(try JWTClaims.decode(token)?.claims == JSONValue(text))
    }

    @Test("claims are an object", arguments: ["[]", "1", "\"x\"", "null", "true"])
    func noObject(text: String) throws {
        #expect(throws: KeyError.self) { try signer.sign(claims: JSONValue(text)) }
    }

    @Test("Ed25519 under its new name")
    func ed25519() throws {
        let signer = try JWTSigner(key: key(ExampleKeys.rfc8037), algorithm: .ed25519)
        let token = try signer.sign(claims: .object([]))
        #expect(JWTClaims.decode(token)?.header["alg"]?.string == "Ed25519")
    }

    @Test("an algorithm that is not the key's names those that are")
    func otherAlgorithm() throws {
        let key = try key(ExampleKeys.rfc7515EC)
        let error = try #require(throws: KeyError.self) { try JWTSigner(key: key, algorithm: .rs256) }
        #expect(error.message == "the key (EC P-256) cannot sign RS256")
        #expect(error.hint == "the key (EC P-256) can sign ES256")
        let shared = try #require(throws: KeyError.self) { try JWTSigner(key: key, algorithm: .hs256) }
        #expect(shared.message == "HS256 signs with a shared secret, not with a private key")
        for algorithm in SigningAlgorithm.allCases where algorithm != .es256 {
            #expect(throws: KeyError.self) { try JWTSigner(key: key, algorithm: algorithm) }
        }
        let secret = Secret(String(repeating: "x", count: 64))
        for algorithm in SigningAlgorithm.allCases where !algorithm.isSymmetric {
            #expect(throws: KeyError.self) { try JWTSigner(secret: secret, algorithm: algorithm) }
        }
    }

    @Test("a secret is as long as the hash", arguments: [(SigningAlgorithm.hs256, 32), (.hs384, 48), (.hs512, 64)])
    func secretLength(algorithm: SigningAlgorithm, least: Int) throws {
        let secret = String(repeating: "x", count: least)
        #expect(try JWTSigner(secret: Secret(secret), algorithm: algorithm).algorithm == algorithm)
        let error = try #require(throws: KeyError.self) {
            try JWTSigner(secret: Secret(String(secret.dropLast())), algorithm: algorithm)
        }
        #expect(
            error.message
                == "the secret is shorter than the \(least) bytes that \(algorithm.rawValue) needs (RFC 7518, 3.2)")
        #expect(error.hint?.isEmpty == false && !error.message.contains("xx"))
        let empty = try #require(throws: KeyError.self) { try JWTSigner(secret: Secret(""), algorithm: algorithm) }
        #expect(empty.message == "the secret is empty")
    }

    private func member(_ name: String, _ text: String) -> JSONMember {
        JSONMember(name: name, value: .string(text))
    }

    private func header(_ members: [JSONMember]) throws -> String? {
        JWTClaims.decode(try signer.sign(header: members, claims: .object([])))?.header.serialized()
    }
}
