import ArgumentParser

/// A token source written with flags instead of a job file.
struct TokenOptions: ParsableArguments {
    @Option(name: .customLong("token-url"), help: ArgumentHelp("The token endpoint.", valueName: "url"))
    var tokenURL: String?

    @Option(help: ArgumentHelp("The client identifier.", valueName: "id"))
    var clientID: String?

    @Option(
        help: ArgumentHelp(
            "The environment variable that holds the client secret; without it the secret is read from stdin or asked for.",
            valueName: "name"))
    var clientSecretEnv: String?

    @Option(help: ArgumentHelp("The scope to ask for, space-separated.", valueName: "scope"))
    var scope: String?

    @Option(help: ArgumentHelp("The audience to ask for.", valueName: "audience"))
    var audience: String?

    @Option(
        help: ArgumentHelp(
            "How the client proves itself: client_secret_post, client_secret_basic or none.", valueName: "method"))
    var clientAuth: String?

    @Option(help: ArgumentHelp("How Basic credentials are encoded: form or raw.", valueName: "encoding"))
    var basicEncoding: String?

    /// Whether any of the flags was given.
    var isGiven: Bool { tokenURL != nil || clientID != nil || clientSecretEnv != nil }

    func validate() throws {
        guard isGiven, OptionChecks.areOn else { return }
        guard tokenURL != nil else { throw ValidationError("--token-url is needed with --client-id") }
        guard clientID != nil else { throw ValidationError("--client-id is needed with --token-url") }
    }

    /// The name under which a secret that was typed or piped in reaches the job.
    static let typedSecretName = "ERRAND_CLIENT_SECRET"

    /// Whether the secret has to be read from stdin or asked for.
    var needsTypedSecret: Bool { isGiven && clientAuth != "none" && clientSecretEnv == nil }

    /// The `auth` key of a job that says the same.
    func write(to job: inout CommandLineJob) {
        guard isGiven else { return }
        job.line("auth:")
        job.entry("  token_url", tokenURL)
        job.entry("  client_id", clientID)
        if clientAuth != "none" {
            job.template("  client_secret", "${env.\(clientSecretEnv ?? Self.typedSecretName)}")
        }
        job.entry("  scope", scope)
        job.entry("  audience", audience)
        job.entry("  client_auth", clientAuth)
        job.entry("  basic_encoding", basicEncoding)
    }
}

extension TokenOptions {
    /// The secret that has to be read from stdin or asked for, under the name that the job knows it by.
    ///
    /// - Throws: when there is none, or when stdin is the job already.
    func typedSecret(isStandardInputTaken: Bool) throws -> [String: String] {
        guard needsTypedSecret else { return [:] }
        guard !isStandardInputTaken, let secret = SecretPrompt.read("Client secret: ") else {
            throw ValidationError("there is no client secret: set --client-secret-env NAME, or pipe it in")
        }
        return [Self.typedSecretName: secret]
    }
}
