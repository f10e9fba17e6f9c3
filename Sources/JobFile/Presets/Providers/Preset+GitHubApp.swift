extension Preset {
    /// GitHub Apps.
    static let gitHubApp = Preset(
        name: "github-app", title: "GitHub App",
        doc: "A GitHub App shows a JWT of its own, and gets a token of one of its installations.",
        parameters: [
            PresetParameter("app_id", doc: "The app's client id, or its number.", example: "Iv23liErrand"),
            PresetParameter("installation_id", doc: "The installation's number.", example: "12345678"),
            PresetParameter(
                "private_key", doc: "One of the app's private keys.", example: "${secrets.private_key}",
                secret: true),
            PresetParameter(
                "base_url", doc: "The API's URL; of GitHub Enterprise Server https://HOST/api/v3.",
                example: "https://github.example.com/api/v3", standard: "https://api.github.com"),
        ],
        type: "request",
        defaults: """
            call:
              post: <base_url>/app/installations/<installation_id>/access_tokens
              headers:
                Accept: application/vnd.github+json
                X-GitHub-Api-Version: "2022-11-28"
              auth: <name>-app
            token: $.token
            expires_at: $.expires_at
            """,
        helper: PresetHelper(
            suffix: "app", type: "jwt",
            takes: [
                "private_key", "algorithm", "key_id", "certificate", "backdate", "assertion_lifetime", "claims",
                "subject",
            ],
            defaults: """
                private_key: <private_key>
                client_id: <app_id>
                algorithm: RS256
                backdate: 60s
                assertion_lifetime: 9m
                """),
        notes: [
            """
            There are two steps, so the preset brings a second source, `NAME-app`, whose JWT is the app itself. A call \
            that is about the app and not about an installation says `auth: NAME-app`.
            """,
            """
            The JWT is dated a minute back, because GitHub refuses one from the future, and lives nine minutes of the \
            ten that are allowed. The token lives an hour.
            """,
            """
            The token can be narrowed: `call: {json: {repositories: [orders], permissions: {contents: read}}}` is put \
            on top of the preset's own call.
            """,
        ],
        example: """
            auth:
              preset: github-app
              app_id: Iv23liErrand
              installation_id: 12345678
              private_key: ${secrets.private_key}
            """)
}
