import Diagnostics
import JobFile
import Testing

/// E07xx, and what else is found when a job is loaded.
struct LoadDiagnosticsTests {
    /// A job that is right, and values that are not.
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let says: String
        let text: String
        var inputs: [String: String] = [:]
        var environment: [String: String] = [:]

        init(
            _ code: String, _ says: String, _ text: String, inputs: [String: String] = [:],
            environment: [String: String] = [:]
        ) {
            self.code = code
            self.says = says
            self.text = text
            self.inputs = inputs
            self.environment = environment
        }

        var testDescription: String { "\(code) \(says)" }
    }

    static let cases = [
        Case("E0701", "there is no input 'regoin'", "inputs: {region: eu}\ncalls: []\n", inputs: ["regoin": "us"]),
        Case("E0702", "'x' is not a whole number", "inputs: {⟦n⟧: 1}\ncalls: []\n", inputs: ["n": "x"]),
        Case("E0702", "true or false", "inputs: {⟦b⟧: {type: boolean}}\ncalls: []\n", inputs: ["b": "yes"]),
        Case("E0703", "possible: eu, us", "inputs: {⟦r⟧: {enum: [eu, us]}}\ncalls: []\n", inputs: ["r": "de"]),
        Case("E0704", "pass --input r=", "inputs: {⟦r⟧: {type: text}}\ncalls: []\n"),
        Case(
            "E0705", "the environment variable HOST is not set",
            """
            defaults: {headers: {X: "${⟦env.HOST⟧}"}}
            calls:
              - get: https://${⟦env.HOST⟧}/${env.PATH | default("")}
              - get: https://a.example/${⟦env.PATH⟧}
            """),
        Case(
            "E0706", "the secret is empty",
            "auth: {type: bearer, token: ⟦\"${env.TOKEN}\"⟧}\ncalls: []\n", environment: ["TOKEN": ""]),
        Case(
            "E0706", "the secret 'key' is not there",
            "secrets: {key: {env: KEY}}\nauth: {type: bearer, token: \"${⟦secrets.key⟧}\"}\ncalls: []\n"),
        Case(
            "E0707", "the client's secret would go over plain http",
            """
            auth: {token_url: ⟦http://auth.example/token⟧, client_id: a, client_secret: b}
            calls:
              - get: ⟦http://api.example/⟧
              - get: http://127.0.0.1:8080/
              - {get: http://api.example/, auth: none}
            """),
        Case("E0708", "there is no time zone", "options: {timezone: ⟦Mars/Olympus⟧}\ncalls: []\n"),
        Case(
            "E0212", "it begins with https",
            """
            auth: {token_url: ⟦"${env.URL}"⟧, client_id: a, client_secret: b}
            calls: []
            """, environment: ["URL": "auth.example/token"]),
        Case(
            "E0207", "the value is: soon", "defaults: {timeout: ⟦\"${env.T}\"⟧}\ncalls: [{get: https://a.example}]\n",
            environment: ["T": "soon"]),
        Case("E0304", "", "vars: {a: \"${env.A | ⟦int⟧}\"}\ncalls: []\n", environment: ["A": "x"]),
    ]

    @Test(arguments: cases)
    func finds(_ test: Case) {
        let marked = MarkedText(test.text)
        let loaded = load(
            marked.file.text, environment: test.environment,
            inputs: test.inputs.map { ($0.key, $0.value) })
        #expect(loaded.job == nil)
        #expect(Set(loaded.codes) == [test.code], "\(loaded.diagnostics.map(\.title))")
        if test.code != "E0304" {
            #expect(loaded.diagnostics.compactMap(\.span).map(\.text) == marked.spans.map(\.text))
        }
        guard let first = loaded.diagnostics.first else { return }
        let message = ([first.title, first.label ?? ""] + first.notes).joined(separator: "\n")
        #expect(test.says.isEmpty || message.contains(test.says), "\(message)")
    }

    @Test func warnsOfUnsetVariablesWhileChecking() {
        let marked = MarkedText(
            """
            include: shared.yaml
            vars: {a: "${env.SET}", b: new}
            secrets: {one: {env: SET}, two: {env: ⟦KEY⟧}}
            calls:
              - get: https://${⟦env.HOST⟧}/${env.PATH | default("")}
            """)
        let shared = SourceFile(name: "shared.yaml", text: "vars: {b: \"${env.REPLACED}\"}\n")
        let (file, diagnostics) = check(marked.file, including: [shared], environment: ["SET"])
        #expect(file != nil)
        #expect(diagnostics.map(\.severity) == [.warning, .warning])
        #expect(diagnostics.map(\.span) == marked.spans)
    }

    @Test func neverShowsASecret() {
        let loaded = load(
            "secrets: {t: {env: T}}\ndefaults: {timeout: \"${secrets.t}\"}\ncalls: [{get: https://a.example}]\n",
            secrets: ["t": "hunter2-hunter2"])
        #expect(loaded.codes == ["E0207"])
        #expect(!"\(loaded.diagnostics)".contains("hunter2"))
    }
}
