import Foundation
import Testing

extension GlewlwydTests {
    /// Metadata of the issuer: 404 at the place of RFC 8414, and found at the one of OpenID Connect.
    struct Discovery {
        /// The server lists `client_secret_basic` first.
        @Test func theFirstMethodThatThereIsAKeyFor() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    issuer: \(try scene.issuer().issuer)
                    client_id: basic
                    client_secret: ${env.SECRET}
                    scope: read:items
                    """))
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"basic\"}\n")
        }

        @Test func aKeyOnly() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    issuer: \(try scene.issuer().issuer)
                    client_id: ed25519
                    private_key: ${env.KEY}
                    key_id: kid-ed25519
                    assertion_audience: token_url
                    scope: read:items
                    """), environment: ["KEY": try scene.key("ed25519.pem")])
            #expect(result.errors == "")
            #expect(result.output == "{\"client\":\"ed25519\"}\n")
        }

        /// The same server under another name, which its metadata do not know.
        @Test func anIssuerThatSaysItIsAnother() async throws {
            let scene = try await GlewlwydScene()
            let issuer = try scene.issuer().issuer
            let result = try await scene.run(
                scene.job(
                    """
                    issuer: \(issuer.replacing("127.0.0.1", with: "localhost"))
                    client_id: basic
                    client_secret: ${env.SECRET}
                    scope: read:items
                    """))
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains(issuer), "what the metadata say")
        }

        @Test func noMetadata() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    issuer: \(try scene.issuer().issuer)-not-there
                    client_id: basic
                    client_secret: ${env.SECRET}
                    scope: read:items
                    """))
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("404"))
            #expect(result.errors.contains("openid-configuration"), "where it was looked for")
        }
    }
}
