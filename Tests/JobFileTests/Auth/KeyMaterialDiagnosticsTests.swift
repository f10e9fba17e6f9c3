import Diagnostics
import JWT
import Secrets
import Testing

/// E0709 to E0711: keys and certificates that cannot be used, found when the job is loaded.
struct KeyMaterialDiagnosticsTests {
    static let cases = [
        LoadDiagnosticsTests.Case(
            "E0709", "",
            "auth: {type: jwt, private_key: ⟦\"${env.KEY}\"⟧}\ncalls: []\n", environment: ["KEY": "hunter2-hunter2"]),
        LoadDiagnosticsTests.Case(
            "E0709", "",
            """
            auth:
              token_url: https://a.example
              client_id: a
              client_secret: b
              dpop: true
              dpop_key: ⟦${env.KEY}⟧
            calls: []
            """, environment: ["KEY": "hunter2-hunter2"]),
        LoadDiagnosticsTests.Case(
            "E0710", "it can with ES256",
            "auth: {type: jwt, private_key: \"${env.KEY}\", algorithm: ⟦RS256⟧}\ncalls: []\n",
            environment: ["KEY": PrivateKey.generateES256().pkcs8PEM.reveal()]),
        LoadDiagnosticsTests.Case(
            "E0711", "no file client.pem",
            "auth: {type: jwt, private_key: \"${env.KEY}\", certificate: ⟦client.pem⟧}\ncalls: []\n",
            environment: ["KEY": PrivateKey.generateES256().pkcs8PEM.reveal()]),
        LoadDiagnosticsTests.Case(
            "E0206", "the command is empty",
            "auth: {type: exec, command: [⟦\"${env.NOTHING}\"⟧]}\ncalls: []\n", environment: ["NOTHING": ""]),
        LoadDiagnosticsTests.Case(
            "E0707", "the token would go over plain http",
            """
            auth:
              - {name: a, type: request, call: {post: ⟦http://a.example⟧}, token: $.t}
              - {name: b, issuer: https://a.example, client_id: a, client_secret: b, revoke: true, revocation_url: ⟦http://a.example⟧}
            calls: []
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: LoadDiagnosticsTests.Case) { LoadDiagnosticsTests().finds(test) }

    @Test func neverShowsTheKey() {
        for test in Self.cases where test.code == "E0709" {
            let loaded = load(MarkedText(test.text).file.text, environment: test.environment)
            #expect(!"\(loaded.diagnostics)".contains("hunter2"))
        }
    }
}
