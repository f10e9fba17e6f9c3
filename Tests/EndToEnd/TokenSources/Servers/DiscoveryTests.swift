import Foundation
import Testing

/// Token endpoints that an issuer's metadata names: RFC 8414, then OpenID Connect Discovery.
@Suite(.timeLimit(.minutes(5)))
struct DiscoveryTests {
    private static let oauth = "/.well-known/oauth-authorization-server"
    private static let openID = "/.well-known/openid-configuration"

    private static func job(_ issuer: String, _ keys: String = "client_id: demo\nclient_secret: demo-secret") -> String
    {
        SourceScene.job("issuer: ${env.DEMO_API}\(issuer.isEmpty ? "" : "/issuers/" + issuer)\n\(keys)")
    }

    /// Where a document is found, and what was asked for on the way.
    @Test(arguments: [
        ("", [oauth], "/oauth/token"), ("rfc8414", [oauth + "/issuers/rfc8414"], "/issuers/rfc8414/oauth/token"),
        (
            "oidc", [oauth + "/issuers/oidc", "/issuers/oidc" + openID], "/issuers/oidc/oauth/token"
        ),
        ("code-only", [oauth + "/issuers/code-only"], "/issuers/code-only/oauth/token"),
    ])
    func found(_ issuer: String, _ documents: [String], _ endpoint: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job(issuer))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let stats = try await scene.server.stats()
        #expect(
            stats.requests.filter { $0.key.contains("/.well-known/") }.keys.sorted()
                == documents.map { "GET " + $0 }.sorted())
        #expect(try scene.requests.map(\.path) == [endpoint])
    }

    /// The metadata is asked for once in a run, however many tokens and sources there are.
    @Test func onceInARun() async throws {
        let scene = try await SourceScene()
        let source = { (name: String, client: String) in
            "- {name: \(name), issuer: \"${env.DEMO_API}/issuers/oidc\", client_id: \(client), client_secret: \(client)-secret}"
        }
        let run = try await scene.run(
            SourceScene.job(
                source("one", "demo") + "\n" + source("two", "reader"),
                calls: """
                      - {get: "/faults/revoked?key=a", fields: {ok: $.ok}, write: stdout}
                      - {get: "/faults/revoked?key=b", auth: two, fields: {ok: $.ok}, write: stdout}
                    """))
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        let stats = try await scene.server.stats()
        #expect(stats.requests["POST /issuers/{name}/oauth/token"] == 4)
        #expect(stats.requests["GET /issuers/oidc" + Self.openID] == 1)
        #expect(stats.requests["GET \(Self.oauth)/issuers/oidc"] == 1)
    }

    /// Metadata that is of no use: no token request, and the reason.
    @Test(arguments: [
        ("mismatch", "another issuer"), ("slash", "another issuer"), ("no-token-endpoint", "token_endpoint"),
        ("html", "web page"), ("broken", "JSON"), ("array", "no object"), ("redirect", "302"), ("missing", "404"),
        ("huge", "1 MiB"), ("down", "503"),
    ])
    func ofNoUse(_ issuer: String, _ reason: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job(issuer))
        #expect([69, 77].contains(run.exitCode))
        #expect(run.output == "")
        #expect(run.errors.contains(reason))
        #expect(run.errors.contains("/issuers/" + issuer), "where it was looked for")
        let advice = ["another issuer": "issuer: ", "503": "may pass"][reason] ?? "token_url"
        #expect(run.errors.contains(advice), "the way around")
        #expect(try scene.requests.isEmpty)
        #expect(try scene.server.tokens(of: "demo").issued == 0)
    }

    /// An issuer that is not written exactly as the server says it.
    @Test func aSlashTooMuch() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("oidc/"))
        #expect(run.exitCode == 77)
        #expect(try scene.requests.isEmpty)
    }

    /// Which method is used: the first that the server lists and the job has keys for.
    @Test(arguments: [
        ("basic-only", "client_secret_basic"), ("post-only", "client_secret_post"),
        ("no-methods", "client_secret_basic"),
        ("many", "client_secret_basic"), ("", "client_secret_basic"),
    ])
    func methodsOfASecret(_ issuer: String, _ method: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job(issuer))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let request = try #require(try scene.requests.first)
        #expect((request.header("Authorization") != nil) == (method == "client_secret_basic"))
        #expect((request["client_secret"] != nil) == (method == "client_secret_post"))
    }

    @Test(.enabled(if: TestKey.isPossible, "openssl is not installed"), arguments: ["jwt-only", "many", ""])
    func methodsOfAKey(_ issuer: String) async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        try scene.server.register("signer", ["pem": .string(key.publicPEM), "authentication": "privateKeyJWT"])
        try scene.folder.write("key.pem", key.privatePEM)
        let run = try await scene.run(
            Self.job(issuer, "client_id: signer\nprivate_key: ${read('key.pem')}"))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let assertion = try #require(try scene.requests.first?.client_assertion)
        let issuer = issuer.isEmpty ? "" : "/issuers/" + issuer
        #expect(assertion.claims["aud"]?.string == scene.server.url + issuer, "the issuer, one text")
    }

    /// What the job names is used, also where the server does not list it: its list may be incomplete.
    @Test func namedByTheJob() async throws {
        let scene = try await SourceScene()
        try scene.server.admin(
            "issuers", ["id": "forgetful", "members": ["token_endpoint_auth_methods_supported": ["private_key_jwt"]]])
        let keys = "client_id: demo\nclient_secret: demo-secret\n"
        let run = try await scene.run(Self.job("forgetful", keys + "client_auth: client_secret_post"))
        #expect(run.output == SourceScene.output)
        let unnamed = try await scene.run(Self.job("forgetful", keys))
        #expect(unnamed.exitCode == 77)
        #expect(unnamed.errors.contains("private_key_jwt"), "what the server takes")
        #expect(unnamed.errors.contains("client_auth"), "what to set")
        #expect(try scene.requests.count == 1)
    }

    /// With a client certificate the aliases are used: the endpoints that ask for one.
    @Test(.enabled(if: TestKey.isPossible, "openssl is not installed")) func aliases() async throws {
        let key = try await TestKey.of(.p256)
        let scene = try await SourceScene()
        try scene.server.register("tls", ["authentication": "tls"])
        try scene.folder.write("client.pem", key.certificatePEM)
        try scene.folder.write("client.key", key.privatePEM)
        let run = try await scene.run(
            Self.job("mtls", "client_id: tls\ntls: {cert: client.pem, key: client.key}\nrevoke: true"))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(
            try scene.requests.map(\.path) == ["/issuers/mtls/mtls/oauth/token", "/issuers/mtls/mtls/oauth/revoke"])
    }

    /// Another origin than the issuer's is what many servers have for their endpoints.
    @Test func elsewhere() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("elsewhere"))
        #expect(run.exitCode == 0)
        #expect(run.output == SourceScene.output)
    }
}
