import Foundation
import Testing

extension GlewlwydTests {
    /// `errand doctor` against a server that says little about what is wrong.
    struct Doctor {
        private func examine(_ audience: String) async throws -> (result: Program.Result, issuer: Glewlwyd.Issuer) {
            let scene = try await GlewlwydScene()
            let issuer = try scene.issuer()
            let result = try await scene.run(
                scene.job(
                    """
                    issuer: \(issuer.issuer)
                    client_id: p256
                    private_key: ${env.KEY}
                    key_id: kid-p256
                    assertion_audience: \(audience)
                    scope: read:items
                    """), ["doctor"], environment: ["KEY": try scene.key("p256.pem")])
            return (result, issuer)
        }

        @Test func allIsWell() async throws {
            let (result, issuer) = try await examine("token_url")
            #expect(result.exitCode == 0)
            #expect(result.errors == "")
            #expect(result.output.contains("\"aud\":\"\(issuer.token_url)\""), "the assertion is shown")
            #expect(!result.output.contains("eyJ"), "not as it is sent, and not the token")
        }

        @Test func theWrongAudience() async throws {
            let (result, issuer) = try await examine("issuer")
            #expect(result.exitCode == 77)
            #expect(result.output.contains("\"aud\":\"\(issuer.issuer)\""))
            #expect((result.output + result.errors).contains("assertion_audience: token_url"))
        }
    }
}
