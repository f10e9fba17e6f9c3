import Diagnostics
import Testing

/// What is wrong with a source that has a preset, with places in the job file.
struct PresetDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0204", "did you mean 'entra-id'?",
            """
            auth: {preset: ⟦entraid⟧, tenant: a, client_id: a}
            calls: [{get: https://a.example, auth: default}]
            """),
        DiagnosticCase(
            "E0201", "a list",
            """
            auth: {preset: ⟦[zoom]⟧, client_id: a}
            calls: []
            """),
        DiagnosticCase(
            "E0301", "nothing is evaluated in 'preset'",
            """
            auth: {preset: "⟦${⟧env.P}", client_id: a}
            calls: []
            """),
        DiagnosticCase(
            "E0202", "add account_id: AbCdEfGhTNmKz9",
            """
            auth:
              - {name: a, preset: ⟦zoom⟧, client_id: a, client_secret: b}
              - {name: b, preset: ⟦zoom⟧, client_id: a, client_secret: b, account_id: null}
            calls: []
            """),
        DiagnosticCase(
            "E0202", "a token source with the preset zoom needs 'client_id'",
            """
            auth: ⟦{preset: zoom, account_id: b, client_secret: b}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0203", "did you mean 'account_id'?",
            """
            auth: {preset: zoom, account_id: b, client_id: a, client_secret: b, ⟦account_ids⟧: c}
            calls: []
            """),
        DiagnosticCase(
            "E0201", "text was expected",
            """
            auth: {preset: zoom, account_id: ⟦[a]⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0206", "'account_id' is empty",
            """
            auth: {preset: zoom, account_id: ⟦""⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0204", "did you mean 'sandbox'?",
            """
            auth: {preset: paypal, environment: ⟦sandbx⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0301", "write one of live, sandbox",
            """
            auth: {preset: paypal, environment: ⟦"${env.E}"⟧, client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0205", "makes a source of type client_credentials",
            """
            auth: {preset: zoom, type: ⟦bearer⟧, account_id: b, token: a}
            calls: []
            """),
        DiagnosticCase(
            "E0624", "ends in /.default",
            """
            auth:
              - {name: a, preset: entra-id, tenant: b, client_id: a, client_secret: b, scope: ⟦User.Read⟧}
              - {name: b, preset: entra-id, tenant: b, client_id: a, client_secret: b, scope: [x/.default, ⟦y⟧]}
              - {name: c, preset: entra-id, tenant: b, client_id: a, client_secret: b, scope: "${env.SCOPE}"}
              - {name: d, preset: entra-id, tenant: b, client_id: a, client_secret: b, scope: "${env.SCOPE}/.default"}
            calls: []
            """),
        DiagnosticCase(
            "E0624", "use a private_key",
            """
            auth:
              - {name: a, preset: okta, domain: a.okta.com, authorization_server: org, client_id: a, ⟦client_secret⟧: b, scope: c}
              - {name: b, preset: okta, domain: a.okta.com, client_id: a, client_secret: b, scope: c}
              - {name: c, preset: okta, domain: a.okta.com, authorization_server: org, client_id: a, private_key: b, scope: c}
            calls: []
            """),
        DiagnosticCase(
            "E0202", "needs 'certificate'",
            """
            auth: {preset: ⟦entra-id⟧, tenant: b, client_id: a, private_key: b, scope: x/.default}
            calls: []
            """),
        DiagnosticCase(
            "E0302", "",
            """
            auth: {preset: zoom, account_id: "⟦${⟧env.", client_id: a, client_secret: b}
            calls: []
            """),
        DiagnosticCase(
            "E0502", "there is no input 'tenent'",
            """
            inputs: {tenant: a}
            auth: {preset: entra-id, tenant: ⟦"${inputs.tenent}"⟧, client_id: a, client_secret: b, scope: x/.default}
            calls: []
            """),
        DiagnosticCase(
            "E0217", "two token sources called 'a-app'",
            """
            auth:
              - {name: a, preset: github-app, app_id: 1, installation_id: 2, private_key: c}
              - {name: ⟦a-app⟧, type: bearer, token: x}
            calls: []
            """),
        DiagnosticCase(
            "E0202", "each needs a name",
            """
            auth:
              - {name: a, type: bearer, token: x}
              - ⟦{preset: github-app, app_id: 1, installation_id: 2, private_key: c}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0205", "with client_auth: private_key_jwt the secret is not sent",
            """
            auth:
              preset: entra-id
              tenant: b
              client_id: a
              ⟦client_secret⟧: b
              private_key: b
              certificate: c
              scope: x/.default
            calls: []
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }
}
