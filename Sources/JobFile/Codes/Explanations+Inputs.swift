internal import Diagnostics

extension DiagnosticRegistry {
    /// E07xx: inputs and secrets.
    static let inputsAndSecrets = [
        DiagnosticExplanation(
            .unknownInput, "an input does not exist",
            "`--input NAME=VALUE` names an input that the job does not declare."),
        DiagnosticExplanation(
            .inputType, "an input is not of its type",
            "The value given with `--input` is not a number, or neither true nor false, as the input wants it."),
        DiagnosticExplanation(
            .inputNotAllowed, "an input has a value that is not allowed", "The input's `enum` lists what it may be."),
        DiagnosticExplanation(
            .inputMissing, "an input is not given",
            "The input has no default. Pass `--input NAME=VALUE`, or give it a default in the job."),
        DiagnosticExplanation(
            .environmentUnset, "an environment variable is not set",
            """
            A template refers to an environment variable that is not set and has no default. While checking this is a \
            warning; a run needs it. Set it, pass `--env-file`, or write `${env.NAME | default("…")}`.
            """),
        DiagnosticExplanation(
            .secretMissing, "a secret is missing or empty",
            "A credential without its secret would only be refused. See where the secret comes from."),
        DiagnosticExplanation(
            .plainHTTP, "a credential would go over plain http",
            """
            Everybody on the way could read it. Use https; to this machine itself plain http is fine. If there is no \
            other way, say `options: {allow_http: true}`.
            """),
        DiagnosticExplanation(
            .unknownTimeZone, "a time zone does not exist",
            "Time zones have the names of the zone database: `UTC`, `Europe/Vienna`, `America/New_York`."),
        DiagnosticExplanation(
            .badPrivateKey, "a private key cannot be used",
            """
            A key is the text of a PEM file (PKCS#8, PKCS#1 or SEC1, not encrypted) or a JWK. Keep it in a file and \
            say `secrets: {private_key: {file: PATH}}`, so that its line breaks survive.
            """),
        DiagnosticExplanation(
            .wrongAlgorithm, "an algorithm does not fit the key",
            """
            RSA keys sign with RS256 to PS512, EC keys with the ES algorithm of their curve, Ed25519 keys with EdDSA \
            (Ed25519), and a client's secret with HS256 to HS512.
            """),
        DiagnosticExplanation(
            .badCertificate, "a certificate cannot be used",
            """
            `certificate` is a PEM file, whose path starts from the job file's folder; its first certificate counts. \
            It must be that of `private_key`: a server looks the key up by the certificate's thumbprint (`x5t#S256`), \
            and refuses what another key signed. One that has expired is a warning, as not every server looks.
            """),
    ]
}
