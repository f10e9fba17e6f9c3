import Foundation
import Testing

extension GlewlwydTests {
    /// Client certificates, and tokens that are bound to them (RFC 8705).
    struct Certificates {
        /// A client with its certificate; the issuer's metadata have endpoints of their own for it.
        private func auth(_ scene: GlewlwydScene, _ client: String, place: String) throws -> String {
            let name = client == "mtls" ? "client" : "selfsigned"
            let issuer = try scene.issuer("mtls").issuer
            return """
                \(place.replacing("ISSUER", with: issuer))
                client_id: \(client)
                client_auth: tls_client_auth
                scope: read:items
                tls:
                  ca: \(scene.server.ca)
                  cert: \(scene.server.keys)/\(name).pem
                  key: \(scene.server.keys)/\(name).key
                """
        }

        /// The API sees the same certificate, without a word about it in the call.
        @Test(arguments: ["mtls", "mtls-self-signed"], ["issuer: ISSUER", "token_url: ISSUER/mtls/token"])
        func aBoundToken(client: String, place: String) async throws {
            let scene = try await GlewlwydScene()
            let calls = "  - {get: /items, fields: {client: $.client_id, bound: \"$.cnf['x5t#S256']\"}}"
            let result = try await scene.run(
                scene.job(try auth(scene, client, place: place), at: "mtls", calls: calls))
            #expect(result.errors == "")
            #expect(result.output.hasPrefix("{\"client\":\"\(client)\",\"bound\":\""))
            #expect(result.exitCode == 0)
        }

        @Test func aBoundTokenWithAnotherCertificate() async throws {
            let scene = try await GlewlwydScene()
            let keys = scene.server.keys
            let calls = """
                  - get: /items
                    tls: {ca: \(scene.server.ca), cert: \(keys)/other.pem, key: \(keys)/other.key}
                """
            let result = try await scene.run(
                scene.job(try auth(scene, "mtls", place: "issuer: ISSUER"), at: "mtls", calls: calls))
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains("the token is bound to another certificate"))
        }

        @Test func aBoundTokenWithoutACertificate() async throws {
            let scene = try await GlewlwydScene()
            let token = try await scene.run(
                scene.job(try auth(scene, "mtls", place: "issuer: ISSUER"), at: "mtls"), ["token"])
            #expect(token.exitCode == 0)
            let result = try await scene.run(
                """
                auth: {type: bearer, token: "${env.TOKEN}"}
                calls: [{get: "\(scene.server.api.https)/mtls/items", tls: {ca: \(scene.server.ca)}}]
                """, environment: ["TOKEN": token.output.trimmingCharacters(in: .newlines)])
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains("the token is bound to another certificate"))
        }

        /// The certificate of another client, at the ordinary endpoint, or none at all.
        @Test(arguments: [
            ("token_url: ISSUER/mtls/token", "other"), ("token_url: ISSUER/token", "client"),
            ("token_url: ISSUER/mtls/token", "none"),
        ])
        func refused(place: String, certificate: String) async throws {
            let scene = try await GlewlwydScene()
            let name = certificate == "none" ? nil : scene.server.keys + "/" + certificate
            let result = try await scene.run(
                scene.job(
                    """
                    \(place.replacing("ISSUER", with: try scene.issuer("mtls").issuer))
                    client_id: mtls
                    client_auth: \(name == nil ? "none" : "tls_client_auth")
                    scope: read:items
                    tls: {ca: \(scene.server.ca)\(name.map { ", cert: \($0).pem, key: \($0).key" } ?? "")}
                    """, at: "mtls"))
            #expect(result.exitCode == 77)
            #expect(result.output == "")
            #expect(result.errors.contains("403"))
        }
    }
}
