import Diagnostics
import Testing
import YAML

@testable import JobFile

/// What becomes of a source with a preset.
struct PresetExpansionTests {
    /// The sources that a source with a preset becomes, as text.
    static func expanded(_ text: String, isOnly: Bool = true) throws -> String {
        var checker = Checker()
        let node = try #require(
            YAMLReader.read(SourceFile(name: "a.yaml", text: text), diagnostics: &checker.diagnostics))
        let entries = try #require(node.mapping)
        let entry = try #require(entries.first { $0.key.text == "preset" })
        let preset = try #require(Presets.named(entry.value.scalar?.text ?? ""))
        let expansion = PresetExpansion(
            preset: preset, data: PresetData(preset), source: node, entries: entries, place: entry.value.span)
        let nodes = expansion.expanded(isOnly: isOnly, with: &checker)
        return YAMLText.of(try #require(nodes, "\(checker.diagnostics.all.map(\.title))"))
    }

    /// A source, and what it becomes.
    struct Golden: Sendable, CustomTestStringConvertible {
        let name: String
        let source: String
        let expected: String

        var testDescription: String { name }
    }

    @Test(arguments: goldens)
    func becomes(_ golden: Golden) throws {
        #expect(try Self.expanded(golden.source) == golden.expected)
    }

    @Test func everyPresetHasAGolden() {
        let tested = Set(Self.goldens.map { $0.name.prefix { !" ,".contains($0) }.description })
        #expect(tested == Set(Presets.names))
    }

    // MARK: Overriding

    @Test func theSourceWins() throws {
        let text = try Self.expanded(
            """
            preset: zoom
            account_id: x
            client_id: a
            client_secret: b
            token_url: http://127.0.0.1:1/token
            client_auth: client_secret_post
            params: {grant_type: other}
            """)
        #expect(text.contains("token_url: http://127.0.0.1:1/token\n"))
        #expect(text.contains("client_auth: client_secret_post\n"))
        #expect(text.contains("grant_type: other\n  account_id: x\n"))
        #expect(!text.contains("zoom.us"))
    }

    @Test func whatRulesOutAPresetsKeyReplacesIt() throws {
        let text = try Self.expanded(
            "{preset: keycloak, url: k, realm: r, client_id: a, client_secret: b, token_url: 'https://t'}")
        #expect(!text.contains("issuer"))
        #expect(text.contains("token_url: https://t\n"))
    }

    @Test func nullTakesAKeyAway() throws {
        let text = try Self.expanded("{preset: salesforce, domain: d, client_id: a, client_secret: b, lifetime: null}")
        #expect(!text.contains("lifetime"))
    }

    @Test func aCallIsMerged() throws {
        let text = try Self.expanded(
            """
            name: bot
            preset: github-app
            app_id: 7
            installation_id: 8
            private_key: k
            base_url: http://127.0.0.1:1
            call: {json: {repositories: [a]}, headers: {accept: x}}
            backdate: 5s
            """)
        #expect(text.contains("post: http://127.0.0.1:1/app/installations/8/access_tokens\n"))
        #expect(text.contains("  json:\n    repositories:\n      - a\n"))
        #expect(text.contains("    accept: x\n    X-GitHub-Api-Version"))
        #expect(!text.contains("Accept:"))
        #expect(text.contains("auth: bot-app\n"))
        #expect(text.contains("name: bot-app\ntype: jwt\nbackdate: 5s\n"))
        let put = try Self.expanded(
            "{preset: github-app, app_id: 7, installation_id: 8, private_key: k, call: {put: 'https://p'}}")
        #expect(put.contains("put: https://p\n"))
        #expect(!put.contains("post:"))
    }

    @Test func placeholdersAreNotReplacedTwice() throws {
        let text = try Self.expanded(
            "{preset: auth0, domain: '<audience>', audience: '<domain>', client_id: a, client_secret: b}")
        #expect(text.contains("token_url: https://<audience>/oauth/token\n"))
        #expect(text.contains("audience: <domain>\n"))
    }

    @Test func filtersKeepQuotesAndEscapes() throws {
        let text = try Self.expanded(
            #"{preset: snowflake, account: 'a"\$${x}', user: '${env.A || "}"}', private_key: k}"#)
        #expect(text.contains(##"subject: ${"a\"\\${x}" | replace(".", "-") | upper}.${(env.A || "}") | upper}"##))
    }

    // MARK: The data

    @Test(arguments: Presets.names)
    func dataIsRight(_ name: String) throws {
        let preset = try #require(Presets.named(name))
        let texts = [preset.defaults, preset.helper?.defaults].compactMap { $0 } + preset.cases.map(\.defaults)
        for text in texts {
            var diagnostics = DiagnosticList()
            #expect(YAMLReader.read(SourceFile(name: name, text: text), diagnostics: &diagnostics)?.mapping != nil)
            #expect(diagnostics.all == [])
            let known = Set(
                preset.parameters.map(\.name)
                    + preset.types.flatMap { TokenSourceKeys.section(ofType: $0)?.keys ?? [] }
                    .map(\.name))
            #expect(Set(PlaceholderText(text).names).subtracting(known) == [])
        }
        let ownKeys = preset.types.flatMap { TokenSourceKeys.section(ofType: $0)?.keys ?? [] }.map(\.name)
        for parameter in preset.parameters + preset.cases.flatMap(\.parameters) where parameter.isOwnKey {
            #expect(ownKeys.contains(parameter.name))
        }
    }

    @Test(arguments: Presets.names)
    func exampleIsRight(_ name: String) throws {
        let preset = try #require(Presets.named(name))
        let secrets = ["client_secret", "private_key", "refresh_token"].map { "  \($0): {env: X}" }
        let text = "secrets:\n\(secrets.joined(separator: "\n"))\n\(preset.example)\ncalls: []\n"
        #expect(check(SourceFile(name: "example.yaml", text: text)).diagnostics.map(\.title) == [])
    }
}
