import Foundation
import Testing

extension GlewlwydTests {
    /// The end of tokens: by time, and by revocation.
    struct Life {
        private static let client = """
            client_id: basic
            client_secret: ${env.SECRET}
            client_auth: client_secret_basic
            scope: read:items
            """

        /// Twelve calls of 0.4 seconds with tokens of two seconds.
        @Test func tokensThatEndDuringTheRun() async throws {
            let scene = try await GlewlwydScene()
            let result = try await scene.run(
                scene.job(
                    Self.client, at: "short",
                    calls: """
                          - for_each: {in: [\((1...12).map(String.init).joined(separator: ", "))]}
                            get: /items?wait=0.4
                            fields: {token: $.jti}
                        """))
            #expect(result.errors == "")
            #expect(result.exitCode == 0)
            let tokens = result.output.split(separator: "\n")
            #expect(tokens.count == 12)
            #expect(2...12 ~= Set(tokens).count)
        }

        /// A job that shows its token, and what becomes of that token after the run.
        private func afterTheRun(_ more: String) async throws -> (run: Program.Result, later: Program.Result) {
            let scene = try await GlewlwydScene()
            let issuer = try scene.issuer()
            let settings = more.replacing("ISSUER", with: issuer.issuer)
                .replacing("REVOCATION", with: issuer.revocation_url)
            let run = try await scene.run(
                scene.job(
                    Self.client + "\n" + settings, calls: "  - {get: /token, fields: {token: $.token}}"))
            let token = try JSONDecoder().decode([String: String].self, from: Data(run.output.utf8))["token"] ?? ""
            let later = try await scene.run(
                """
                auth: {type: bearer, token: "${env.TOKEN}"}
                calls: [{get: "\(scene.server.api.http)/plain/items", fields: {active: $.active}}]
                """, environment: ["TOKEN": token])
            return (run, later)
        }

        @Test(arguments: ["issuer: ISSUER\nrevoke: true", "revoke: true\nrevocation_url: REVOCATION"])
        func revoked(settings: String) async throws {
            let (run, later) = try await afterTheRun(settings)
            #expect(run.errors == "")
            #expect(run.exitCode == 0)
            #expect(later.exitCode == 77)
            #expect(later.output == "")
            #expect(later.errors.contains("the token is not active"))
        }

        @Test func notRevoked() async throws {
            let (run, later) = try await afterTheRun("")
            #expect(run.errors == "")
            #expect(later.output == "{\"active\":true}\n")
        }
    }
}
