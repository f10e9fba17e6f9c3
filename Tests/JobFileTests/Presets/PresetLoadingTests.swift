import Diagnostics
import JSON
import JWT
import Secrets
import Testing

@testable import JobFile

/// Sources with a preset, loaded.
struct PresetLoadingTests {
    private static let key = PrivateKey.generateES256().pkcs8PEM.reveal()

    private static func job(
        _ text: String, including files: [SourceFile] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> Job {
        let loaded = load(
            text, including: files, environment: ["KEY": key, "ACCOUNT": "my.acc"], secrets: ["k": key])
        return try #require(loaded.job, "\(loaded.diagnostics.map(\.title))", sourceLocation: sourceLocation)
    }

    /// Every preset's example becomes a source, with a real RSA key where there is one.
    @Test(arguments: Presets.names)
    func exampleLoads(_ name: String) throws {
        let preset = try #require(Presets.named(name))
        let loaded = load(
            """
            secrets: {client_secret: {env: A}, private_key: {env: B}, refresh_token: {env: C}}
            \(preset.example)
            calls: [{get: https://api.example/}]
            """, environment: ["CLIENT_ID": "id"],
            secrets: ["client_secret": "secret", "private_key": TestKey.rsa, "refresh_token": "token"])
        #expect(loaded.diagnostics.map(\.title) == [])
        #expect(loaded.job?.tokenSources.count == (preset.helper == nil ? 1 : 2))
        let keyTexts = loaded.job?.tokenSources.flatMap(\.keyTexts) ?? []
        #expect(keyTexts == (preset.example.contains("private_key") ? [Secret(TestKey.rsa)] : []))
    }

    @Test func gitHubAppIsTwoSources() throws {
        let job = try Self.job(
            """
            auth:
              preset: github-app
              app_id: 7
              installation_id: 8
              private_key: ${env.KEY}
              algorithm: ES256
            calls: [{get: https://api.github.com/installation/repositories}]
            """)
        #expect(job.tokenSources.map(\.name) == ["default", "default-app"])
        guard case .request(let source)? = job.tokenSources.first?.kind,
            case .jwt(let app)? = job.tokenSources.last?.kind
        else { throw Unexpected() }
        #expect(source.call.authorization == .source("default-app"))
        #expect(source.call.request.method == "POST")
        #expect(app.claims.issuer == "7")
        #expect(app.claims.backdate == .seconds(60))
        #expect(app.claims.lifetime == .seconds(540))
        #expect(app.claims.signing.algorithm == .es256)
        #expect(job.calls[0].authorization == .source("default"))
        #expect(job.tokenSources.map(\.allowedOrigins) == [["https://api.github.com"], ["https://api.github.com"]])
    }

    @Test func snowflakesIssuer() throws {
        let job = try Self.job(
            """
            secrets: {k: {env: KEY}}
            auth: {preset: snowflake, account: "${env.ACCOUNT}", user: errand, private_key: "${secrets.k}", algorithm: ES256}
            calls: []
            """)
        guard case .jwt(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        let fingerprint = try #require(source.claims.signing.key?.value.fingerprint)
        #expect(source.claims.issuer == "MY-ACC.ERRAND.SHA256:\(fingerprint)")
        #expect(source.claims.subject == "MY-ACC.ERRAND")
        #expect(source.requestHeaders.map(\.name) == ["X-Snowflake-Authorization-Token-Type"])
    }

    @Test func salesforceBindsTheTokenToItsInstance() throws {
        let job = try Self.job(
            """
            auth: {name: crm, preset: salesforce, domain: d.example, client_id: a, client_secret: b}
            calls: [{get: "${auth.crm.instance_url}/services/data"}]
            """)
        #expect(job.tokenSources.first?.hosts?.count == 0)
        #expect(job.tokenSources.first?.hostMembers.map(\.path) == [["instance_url"]])
    }

    @Test func aPresetInAnIncludedFile() throws {
        let job = try Self.job(
            "include: shared.yaml\ncalls: []\n",
            including: [
                SourceFile(
                    name: "shared.yaml",
                    text: "auth: {preset: spotify, client_id: a, client_secret: b}\n")
            ])
        guard case .oauth(let source)? = job.tokenSources.first?.kind else { throw Unexpected() }
        #expect(source.endpoint.written.value == "https://accounts.spotify.com/api/token")
        #expect(source.endpoint.written.span.file.name == "shared.yaml")
        #expect(source.endpoint.written.span.text == "spotify")
    }

    @Test func aPresetThroughAliasesAndMergeKeys() throws {
        let job = try Self.job(
            """
            x-provider: &provider {preset: zoom, account_id: &account abc}
            x-word: &word paypal
            auth:
              - {<<: *provider, name: a, client_id: *account, client_secret: b}
              - {name: b, preset: *word, client_id: a, client_secret: b}
            calls: []
            """)
        let urls = job.tokenSources.compactMap { source -> String? in
            if case .oauth(let oauth) = source.kind { oauth.endpoint.written.value } else { nil }
        }
        #expect(urls == ["https://zoom.us/oauth/token", "https://api-m.paypal.com/v1/oauth2/token"])
    }

    @Test func manySourcesWithPresetsAreQuick() {
        let sources = (0..<2000).map { "  - {name: s\($0), preset: spotify, client_id: a, client_secret: b}\n" }
            .joined()
        let (file, diagnostics) = check(SourceFile(name: "job.yaml", text: "auth:\n\(sources)calls: []\n"))
        #expect(file != nil)
        #expect(diagnostics == [])
    }
}
