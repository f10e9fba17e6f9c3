import Foundation
import JSON
import JWTKit
import Secrets
import Testing

@testable import JWT

@Suite("Signatures")
struct SignatureTests {
    private struct Claims: JWTPayload {
        let sub: String
        let exp: Int
        func verify(using algorithm: some JWTAlgorithm) throws {}
    }

    private let claims = JSONValue.object([
        JSONMember(name: "sub", value: .string("client ÿ")),
        JSONMember(name: "exp", value: .number(JSONNumber(4_000_000))),
    ])

    @Test("every algorithm with a private key is verified by JWTKit", arguments: SigningAlgorithm.allCases)
    func privateKeys(algorithm: SigningAlgorithm) async throws {
        guard !algorithm.isSymmetric else { return }
        let key = try key(TestKeys.key(for: algorithm))
        let token = try JWTSigner(key: key, algorithm: algorithm).sign(claims: claims).reveal()
        let keys = try await verifier(key.publicJWK, algorithm)
        let verified = try await keys.verify(token, as: Claims.self)
        #expect(verified.sub == "client ÿ" && verified.exp == 4_000_000)
        // One changed character of the signature is noticed.
        var changed = Array(token.utf8)
        changed[changed.count - 20] = changed[changed.count - 20] == 0x41 ? 0x42 : 0x41
        await #expect(throws: (any Error).self) {
            try await keys.verify(String(decoding: changed, as: UTF8.self), as: Claims.self)
        }
    }

    @Test("every algorithm with a secret is verified by JWTKit", arguments: SigningAlgorithm.allCases)
    func secrets(algorithm: SigningAlgorithm) async throws {
        guard let count = algorithm.secretByteCount else { return }
        let secret = String(repeating: "é", count: count / 2)
        let signer = try JWTSigner(secret: Secret(secret), algorithm: algorithm)
        let keys = JWTKeyCollection()
        let digests: [SigningAlgorithm: DigestAlgorithm] = [.hs256: .sha256, .hs384: .sha384, .hs512: .sha512]
        await keys.add(hmac: HMACKey(from: Data(secret.utf8)), digestAlgorithm: try #require(digests[algorithm]))
        let verified = try await keys.verify(signer.sign(claims: claims).reveal(), as: Claims.self)
        #expect(verified.sub == "client ÿ")
    }

    @Test(
        "openssl verifies RSA signatures, with a salt as long as the hash", arguments: [256, 384, 512], [false, true])
    func openSSL(bits: Int, isPSS: Bool) throws {
        let algorithm = try #require(SigningAlgorithm(rawValue: "\(isPSS ? "PS" : "RS")\(bits)"))
        let pem = try TestKeys.rsa.get()
        let token = try JWTSigner(key: key(pem), algorithm: algorithm).sign(claims: claims).reveal()
        let parts = token.split(separator: ".")
        let folder = FileManager.default.temporaryDirectory.appending(path: "errand-signature-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["key", "signature"].map { folder.appending(path: $0) }
        try OpenSSL.run(["pkey", "-pubout"], input: Data(pem.utf8)).write(to: files[0])
        try Data(#require(Base64URL.decode(parts[2]))).write(to: files[1])
        let padding =
            isPSS
            ? ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:\(bits / 8)"]
            : ["-sigopt", "rsa_padding_mode:pkcs1"]
        let answer = try OpenSSL.text(
            ["dgst", "-sha\(bits)", "-verify", files[0].path, "-signature", files[1].path] + padding,
            input: "\(parts[0]).\(parts[1])")
        #expect(answer == "Verified OK\n")
    }

    @Test(
        "ECDSA signatures are r and s of fixed size",
        arguments: [(SigningAlgorithm.es256, 64), (.es384, 96), (.es512, 132)])
    func sizes(algorithm: SigningAlgorithm, size: Int) throws {
        let signer = try JWTSigner(key: key(TestKeys.key(for: algorithm)))
        #expect(signer.algorithm == algorithm)
        for _ in 0..<20 {
            let signature = try signer.sign(claims: claims).reveal().split(separator: ".")[2]
            #expect(Base64URL.decode(signature)?.count == size)
        }
    }

    @Test("RFC 7515 A.2: RS256")
    func rfc7515() throws {
        let input =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290I"
            + "jp0cnVlfQ"
        let signature = try SigningKey.own(key(ExampleKeys.rfc7515RSA).material)
            .signature(of: Array(input.utf8), algorithm: .rs256)
        #expect(
            Base64URL.encode(signature)
                == "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9u"
                + "JdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_e"
                + "SN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5"
                + "AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw")
    }

    @Test("RFC 8037 A.4: Ed25519", arguments: [SigningAlgorithm.edDSA, .ed25519])
    func rfc8037(algorithm: SigningAlgorithm) throws {
        let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
        let signature = try SigningKey.own(key(ExampleKeys.rfc8037).material)
            .signature(of: Array(input.utf8), algorithm: algorithm)
        #expect(
            Base64URL.encode(signature)
                == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
    }

    /// JWTKit's keys with this one; it knows Ed25519 by its old name only.
    private func verifier(_ jwk: JSONValue, _ algorithm: SigningAlgorithm) async throws -> JWTKeyCollection {
        guard case .object(let members) = jwk else { throw KeyError("no object") }
        let name = algorithm == .ed25519 ? "EdDSA" : algorithm.rawValue
        let named = JSONValue.object(
            members + [
                JSONMember(name: "alg", value: .string(name)), JSONMember(name: "kid", value: .string("1")),
            ])
        let keys = JWTKeyCollection()
        try await keys.add(jwk: JSONDecoder().decode(JWK.self, from: Data(named.serialized().utf8)))
        return keys
    }
}
