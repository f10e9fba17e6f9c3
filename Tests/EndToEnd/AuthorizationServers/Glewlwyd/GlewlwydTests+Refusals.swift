import Foundation
import Testing

extension GlewlwydTests {
    /// What a server does not accept, which here is nearly always an empty 403.
    struct Refusals {
        @Test(arguments: [
            ("basic", "client_secret_basic"), ("post", "client_secret_post"), ("secret-jwt", "client_secret_jwt"),
        ])
        func aWrongSecret(client: String, method: String) async throws {
            let scene = try await GlewlwydScene()
            let wrong = "a-wrong-secret-that-is-long-enough-to-sign-with"
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: \(client)
                    client_secret: ${env.SECRET}
                    client_auth: \(method)
                    scope: read:items
                    """), environment: ["SECRET": wrong])
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains("403"))
            #expect(result.errors.contains(method), "how the secret was sent is said")
            #expect(!result.errors.contains(wrong))
        }

        /// The secret is right, and the method is not the one that the client is registered with.
        @Test func anotherMethod() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: basic
                    client_secret: ${env.SECRET}
                    client_auth: client_secret_post
                    scope: read:items
                    """))
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("client_auth: client_secret_basic"), "what to try")
        }

        /// This server does not undo the form-encoding of RFC 6749 section 2.3.1.
        @Test func formEncodedBasic() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: basic-awkward
                    client_secret: ${env.AWKWARD_SECRET}
                    client_auth: client_secret_basic
                    scope: read:items
                    """))
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("basic_encoding: raw"), "what to try")
        }

        private func assertion(_ more: String, key: String = "p256.pem") async throws -> Program.Result {
            let scene = try await GlewlwydScene()
            return try await scene.run(
                scene.job(
                    """
                    client_id: p256
                    client_auth: private_key_jwt
                    private_key: ${env.KEY}
                    key_id: kid-p256
                    scope: read:items
                    \(more.replacing("ISSUER", with: try scene.issuer().issuer))
                    """), environment: ["KEY": try scene.key(key)])
        }

        /// An assertion for somebody else; the issuer is what this server does not take either.
        @Test(arguments: [
            "assertion_audience: https://elsewhere.example/", "issuer: ISSUER",
            "issuer: ISSUER\nassertion_audience: issuer",
        ])
        func anotherAudience(setting: String) async throws {
            let result = try await assertion(setting)
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("403"))
            #expect(result.errors.contains("assertion_audience: token_url"), "what to try")
        }

        /// The same with the right audience.
        @Test(arguments: ["assertion_audience: token_url", "issuer: ISSUER\nassertion_audience: token_url"])
        func theTokenEndpointAsAudience(setting: String) async throws {
            let result = try await assertion(setting)
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"p256\"}\n")
        }

        @Test func anotherKey() async throws {
            let result = try await assertion("", key: "stranger.pem")
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("403"))
            #expect(result.errors.contains("private_key_jwt"))
        }

        /// Its own word for `invalid_scope`.
        @Test func anUnknownScope() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    client_id: basic
                    client_secret: ${env.SECRET}
                    client_auth: client_secret_basic
                    scope: no:such
                    """))
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("scope_invalid"), "the server's own words")
            #expect(result.errors.contains("no:such"))
        }
    }
}
