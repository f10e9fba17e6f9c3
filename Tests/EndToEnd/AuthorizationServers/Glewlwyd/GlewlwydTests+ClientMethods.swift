import Foundation
import Testing

extension GlewlwydTests {
    /// Each way in which a client can prove who it is.
    struct ClientMethods {
        /// A method with a secret, and its client.
        struct Secret: Sendable, CustomTestStringConvertible {
            var client: String
            var method: String
            var more = ""
            var variable = "SECRET"

            var testDescription: String { "\(client), \(method) \(more)" }

            static let all = [
                Secret(client: "basic", method: "client_secret_basic"),
                Secret(client: "post", method: "client_secret_post"),
                Secret(client: "secret-jwt", method: "client_secret_jwt"),
                Secret(client: "secret-jwt", method: "client_secret_jwt", more: "algorithm: HS256"),
                Secret(client: "secret-jwt", method: "client_secret_jwt", more: "algorithm: HS384"),
                Secret(client: "secret-jwt", method: "client_secret_jwt", more: "algorithm: HS512"),
                Secret(client: "post-awkward", method: "client_secret_post", variable: "AWKWARD_SECRET"),
                Secret(
                    client: "basic-awkward", method: "client_secret_basic", more: "basic_encoding: raw",
                    variable: "AWKWARD_SECRET"),
            ]
        }

        @Test(arguments: Secret.all)
        func aSecret(_ secret: Secret) async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: \(secret.client)
                    client_secret: ${env.\(secret.variable)}
                    client_auth: \(secret.method)
                    scope: [read:items, write:items]
                    require_scope: write:items
                    \(secret.more)
                    """))
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"\(secret.client)\"}\n")
            #expect(result.exitCode == 0)
        }

        /// A client's key in a file, and an algorithm; nil for the key's own.
        struct Key: Sendable, CustomTestStringConvertible {
            var client: String
            var file: String
            var algorithm: String?

            var testDescription: String { "\(file), \(algorithm ?? "the key's own algorithm")" }

            static let all =
                ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"].map {
                    Key(client: "rsa", file: "rsa.pem", algorithm: $0)
                } + [
                    Key(client: "rsa", file: "rsa.pkcs1.pem"), Key(client: "rsa", file: "rsa.pem"),
                    Key(client: "p256", file: "p256.pem", algorithm: "ES256"),
                    Key(client: "p256", file: "p256.sec1.pem"),
                    Key(client: "p384", file: "p384.pem", algorithm: "ES384"), Key(client: "p384", file: "p384.pem"),
                    Key(client: "p521", file: "p521.pem", algorithm: "ES512"), Key(client: "p521", file: "p521.pem"),
                    Key(client: "ed25519", file: "ed25519.pem", algorithm: "EdDSA"),
                    Key(client: "ed25519", file: "ed25519.pem"),
                ]
        }

        @Test(arguments: Key.all)
        func aKey(_ key: Key) async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: \(key.client)
                    client_auth: private_key_jwt
                    private_key: ${env.KEY}
                    key_id: kid-\(key.client)
                    scope: read:items
                    \(key.algorithm.map { "algorithm: " + $0 } ?? "")
                    """),
                environment: ["KEY": try scene.key(key.file)])
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"\(key.client)\"}\n")
            #expect(result.exitCode == 0)
        }

        /// An assertion that something else has signed and put into a file: here another job of `errand`.
        @Test func anAssertionFromAFile() async throws {
            let scene = try await GlewlwydScene()
            let environment = ["KEY": try scene.key("p256.pem")]
            let assertion = try await scene.run(
                """
                auth:
                  type: jwt
                  client_id: p256
                  subject: p256
                  claims: {aud: "\(try scene.issuer().token_url)"}
                  private_key: ${env.KEY}
                  key_id: kid-p256
                calls: [{get: http://127.0.0.1:1/}]
                """, ["token"], environment: environment)
            #expect(assertion.exitCode == 0)
            #expect(assertion.output.split(separator: ".").count == 3)
            try scene.folder.write("assertion.jwt", assertion.output)
            let job = try scene.job(
                """
                client_id: p256
                assertion_file: assertion.jwt
                scope: read:items
                """)
            let result = try await scene.run(job)
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"p256\"}\n")
            // The same `jti` again.
            let replay = try await scene.run(job)
            #expect(replay.exitCode == 77)
        }
    }
}
