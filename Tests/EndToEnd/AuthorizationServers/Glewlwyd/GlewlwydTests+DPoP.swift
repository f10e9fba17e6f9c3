import Foundation
import Testing

extension GlewlwydTests {
    /// Tokens that are bound to a key by proofs (RFC 9449), which glewlwyd checks at its userinfo endpoint.
    ///
    /// One after the other: all clients of an issuer share its nonces, and three proofs are soon made.
    @Suite(.serialized)
    struct DPoP {
        private func auth(_ more: String = "") -> String {
            """
            type: password
            client_id: basic
            client_secret: ${env.SECRET}
            client_auth: client_secret_basic
            username: alice
            password: ${env.PASSWORD}
            scope: read:items
            dpop: true
            \(more)
            """
        }

        private func run(
            _ scene: GlewlwydScene, at name: String, _ more: String = "", calls: String? = nil,
            environment: [String: String] = [:]
        ) async throws -> Program.Result {
            let call = "  - {get: \"\(try scene.issuer(name).userinfo_url)\", fields: {user: $.sub}}"
            return try await scene.run(
                scene.job(auth(more), at: name, calls: calls ?? call), environment: environment)
        }

        @Test(arguments: ["plain", "nonce"])
        func aBoundToken(issuer: String) async throws {
            let scene = try await GlewlwydScene()
            let result = try await run(scene, at: issuer)
            #expect(result.isGood, "\(result.errors)")
            #expect(result.output.hasPrefix("{\"user\":\""))
        }

        @Test(arguments: ["p256.pem", "p384.pem", "rsa.pem", "ed25519.pem"])
        func aKeyOfTheJob(file: String) async throws {
            let scene = try await GlewlwydScene()
            let result = try await run(
                scene, at: "nonce", "dpop_key: ${env.KEY}", environment: ["KEY": try scene.key(file)])
            #expect(result.isGood, "\(result.errors)")
            #expect(result.output.hasPrefix("{\"user\":\""))
        }

        /// New nonces come in the middle of this, with good answers and with refusals.
        @Test(arguments: [("nonce", 1), ("busy", 8)])
        func manyRequests(issuer: String, atTheSameTime concurrency: Int) async throws {
            let scene = try await GlewlwydScene()
            let numbers = (1...60).map(String.init).joined(separator: ", ")
            let result = try await run(
                scene, at: issuer,
                calls: """
                      - for_each: {in: [\(numbers)], concurrency: \(concurrency)}
                        get: \(try scene.issuer(issuer).userinfo_url)
                        fields: {user: $.sub}
                    """)
            #expect(result.isGood, "\(result.errors)")
            let users = result.output.split(separator: "\n")
            #expect(users.count == 60)
            #expect(Set(users).count == 1 && users.allSatisfy { $0.hasPrefix("{\"user\":\"") })
        }

        /// The token alone is worth nothing.
        @Test(arguments: ["plain", "nonce"])
        func asABearerToken(issuer: String) async throws {
            let scene = try await GlewlwydScene()
            let token = try await scene.run(scene.job(auth(), at: issuer), ["token"])
            #expect(token.exitCode == 0)
            let result = try await scene.run(
                """
                auth: {type: bearer, token: "${env.TOKEN}"}
                calls: [{get: "\(try scene.issuer(issuer).userinfo_url)"}]
                """, environment: ["TOKEN": token.output.trimmingCharacters(in: .newlines)])
            #expect(result.exitCode == 77)
            #expect(result.output == "")
        }

        /// The client's own tokens, with other ways to prove who it is.
        @Test(arguments: ["plain", "nonce"])
        func withAnAssertion(issuer: String) async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: p256
                    private_key: ${env.KEY}
                    key_id: kid-p256
                    scope: read:items
                    dpop: true
                    """, at: issuer), ["token", "--header"], environment: ["KEY": try scene.key("p256.pem")])
            #expect(result.errors == "")
            #expect(result.output.hasPrefix("Authorization: DPoP "))
        }
    }
}
