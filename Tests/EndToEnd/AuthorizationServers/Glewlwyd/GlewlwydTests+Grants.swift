import Foundation
import Testing

extension GlewlwydTests {
    /// A user's password, and refresh tokens that are good for one time.
    struct Grants {
        private static let client = """
            client_id: basic
            client_secret: ${env.SECRET}
            client_auth: client_secret_basic
            scope: read:items
            """

        private func user(_ scene: GlewlwydScene) throws -> String {
            "  - {get: \"\(try scene.issuer().userinfo_url)\", fields: {user: $.sub}}"
        }

        @Test func aPassword() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    type: password
                    \(Self.client)
                    username: alice
                    password: ${env.PASSWORD}
                    """, calls: try user(scene)))
            #expect(result.isGood, "\(result.errors)")
            #expect(result.output.hasPrefix("{\"user\":\""))
        }

        @Test func aWrongPassword() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    """
                    type: password
                    \(Self.client)
                    username: alice
                    password: not her password
                    """, calls: try user(scene)))
            #expect(result.exitCode == 77)
            #expect(result.errors.contains("403"))
        }

        /// A refresh token of the user, got by a call of its own.
        private func refreshToken(_ scene: GlewlwydScene) async throws -> String {
            let result = try await scene.run(
                """
                auth: {type: basic, username: basic, password: "${env.SECRET}"}
                calls:
                  - post: \(try scene.issuer().token_url)
                    form: {grant_type: password, username: alice, password: "${env.PASSWORD}", scope: read:items}
                    fields: {token: $.refresh_token}
                """)
            try #require(result.exitCode == 0, "\(result.errors)")
            return try JSONDecoder().decode([String: String].self, from: Data(result.output.utf8))["token"] ?? ""
        }

        private func refreshing(_ scene: GlewlwydScene, _ place: String) throws -> String {
            try scene.job("type: refresh_token\n\(Self.client)\n\(place)", calls: try user(scene))
        }

        /// Each run spends the token that the one before left, and leaves a new one.
        @Test func rotation() async throws {
            let scene = try await GlewlwydScene()
            var seen = [try await refreshToken(scene)]
            let file = try scene.folder.write("refresh-token", seen[0] + "\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let job = try refreshing(scene, "refresh_token_file: refresh-token")
            for _ in 1...3 {
                let result = try await scene.run(job)
                #expect(result.errors == "")
                #expect(result.output.hasPrefix("{\"user\":\""))
                let left = scene.folder.read("refresh-token")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
                #expect(!left.isEmpty && !seen.contains(left))
                seen.append(left)
            }
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(
                Set(scene.folder.files()).subtracting(["job.yaml", "refresh-token"]).allSatisfy { $0.contains("lock") })
            // The first one is long spent.
            try scene.folder.write("refresh-token", seen[0] + "\n")
            let late = try await scene.run(job)
            #expect(late.exitCode == 77)
            #expect(late.errors.contains("400"))
            #expect(!late.errors.contains(seen[0]))
        }

        /// Without a file the new token would be lost: that is said.
        @Test func rotationWithoutAFile() async throws {
            let scene = try await GlewlwydScene()
            let token = try await refreshToken(scene)
            let result = try await scene.run(
                refreshing(scene, "refresh_token: ${env.REFRESH_TOKEN}"), environment: ["REFRESH_TOKEN": token])
            #expect(result.errors.contains("refresh_token_file"), "what to do")
            #expect(!result.errors.contains(token))
        }
    }
}
