import Foundation
import Testing

/// `private_key_jwt`: assertions that the client's key signs, in every algorithm, held against another library's check.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct KeyAssertionTests {
    /// A key and what it is to sign with.
    struct Signature: Sendable, CustomTestStringConvertible {
        var kind: TestKey.Kind
        /// The algorithm that the job names; nil for the key's own.
        var named: String?
        var expected: String
        var isTraditional = false

        var testDescription: String { "\(kind), \(named ?? "its own algorithm")\(isTraditional ? ", old form" : "")" }

        static let all =
            ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"].map {
                Signature(kind: .rsa, named: $0, expected: $0)
            } + [
                .init(kind: .p256, named: "ES256", expected: "ES256"),
                .init(kind: .p384, named: "ES384", expected: "ES384"),
                .init(kind: .p521, named: "ES512", expected: "ES512"),
                .init(kind: .ed25519, named: "EdDSA", expected: "EdDSA"),
                .init(kind: .ed25519, named: "Ed25519", expected: "Ed25519"),
                .init(kind: .rsa, expected: "RS256"), .init(kind: .rsa, expected: "RS256", isTraditional: true),
                .init(kind: .p256, expected: "ES256"), .init(kind: .p256, expected: "ES256", isTraditional: true),
                .init(kind: .p384, expected: "ES384", isTraditional: true),
                .init(kind: .p521, expected: "ES512", isTraditional: true),
                .init(kind: .ed25519, expected: "EdDSA"),
            ]
    }

    @Test(arguments: Signature.all)
    func signatures(_ signature: Signature) async throws {
        let key = try await TestKey.of(signature.kind)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        let result = try await scene.run(
            SourceScene.job(
                """
                client_id: signer
                private_key: ${env.KEY}
                key_id: the-key-of-2026
                scope: read:data
                \(signature.named.map { "algorithm: " + $0 } ?? "")
                """),
            environment: ["KEY": signature.isTraditional ? key.traditionalPEM : key.privatePEM])
        #expect(result.errors == "")
        #expect(result.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect(try scene.requests.count == 1)
        #expect(request["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        #expect(request["client_secret"] == nil)
        #expect(request.header("Authorization") == nil)
        let assertion = try #require(request.client_assertion)
        #expect(assertion.header["alg"]?.string == signature.expected)
        #expect(assertion.header["kid"]?.string == "the-key-of-2026")
        #expect(assertion.header["jwk"] == nil)
        #expect(assertion.text("iss") == "signer")
        #expect(assertion.text("sub") == "signer")
        #expect(assertion.claims["aud"]?.string == scene.server.url + "/oauth/token", "one text, no list")
        let (issued, end) = (try #require(assertion.number("iat")), try #require(assertion.number("exp")))
        #expect(end - issued == 60)
        // RFC 7523 wants it unique; 128 bits are 22 characters of base64url.
        #expect(try #require(assertion.text("jti")).count >= 22)
    }

    /// A JWK, with its own `kid`.
    @Test func aJWK() async throws {
        let key = try await TestKey.of(.ed25519)
        let result = try await Program.shell(
            """
            printf '{"kty":"OKP","crv":"Ed25519","kid":"from-the-jwk","d":"%s","x":"%s"}' \
            $(openssl pkey -in key.pem -outform DER | tail -c 32 | base64 -w0 | tr '+/' '-_' | tr -d =) \
            $(openssl pkey -in key.pem -pubout -outform DER | tail -c 32 | base64 -w0 | tr '+/' '-_' | tr -d =)
            """, folder: key.folder.url)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(key.publicPEM)])
        let run = try await scene.run(
            SourceScene.job("client_id: signer\nprivate_key: ${env.KEY}"), environment: ["KEY": result.output])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try scene.requests.first?.client_assertion?.header["kid"]?.string == "from-the-jwk")
    }

    /// The certificate's thumbprint, as Entra ID wants it.
    @Test func aCertificate() async throws {
        let key = try await TestKey.of(.rsa)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(key.certificatePEM)])
        try scene.folder.write("certificate.pem", key.certificatePEM)
        let run = try await scene.run(
            SourceScene.job(
                "client_id: signer\nprivate_key: ${env.KEY}\ncertificate: certificate.pem\nalgorithm: PS256"),
            environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let header = try #require(try scene.requests.first?.client_assertion?.header)
        #expect(header["x5t#S256"]?.string == key.certificateThumbprint)
        #expect(header["alg"]?.string == "PS256")
    }

    /// A key that the server does not know.
    @Test func aStrangersKey() async throws {
        let scene = try await SourceScene()
        let registered = try await TestKey.of(.p256)
        let stranger = try await TestKey(new: .p256)
        try scene.server.register("signer", ["authentication": "privateKeyJWT", "pem": .string(registered.publicPEM)])
        let run = try await scene.run(
            SourceScene.job("client_id: signer\nprivate_key: ${env.KEY}"), environment: ["KEY": stranger.privatePEM])
        #expect(run.exitCode == 77)
        #expect(run.output == "")
        #expect(run.errors.contains("invalid_client"))
        #expect(run.errors.contains("private_key_jwt"))
        #expect(run.errors.contains("registered"), "what to look at")
        #expect(try scene.requests.count == 1, "no trial and error")
    }
}
