extension Preset {
    /// Okta.
    static let okta = Preset(
        name: "okta", title: "Okta",
        doc: "A service application gets a token, for APIs of your own or for Okta's.",
        parameters: [
            PresetParameter("domain", doc: "The organisation's domain.", example: "example.okta.com"),
            PresetParameter(
                "authorization_server",
                doc: "The authorization server's id; org is the organisation's own one, for Okta's APIs.",
                example: "aus9o8wzkhckw9TLa0h7z", standard: "default",
                choices: [.init("org", "oauth2"), .init("default", "oauth2/default")],
                otherwise: "oauth2/<authorization_server>"),
            PresetParameter(
                "scope", doc: "The scopes to ask for; Okta has no default for service applications.",
                example: "okta.users.read", ownKey: true),
        ],
        defaults: """
            token_url: https://<domain>/<authorization_server>/v1/token
            """,
        cases: [
            PresetCase(
                when: "private_key",
                defaults: """
                    client_auth: private_key_jwt
                    assertion_audience: token_url
                    """),
            PresetCase(when: "client_secret", defaults: "client_auth: client_secret_basic"),
            PresetCase(when: "authorization_server", is: "org", defaults: "dpop: true"),
        ],
        conflicts: [
            PresetConflict(
                parameter: "authorization_server", value: "org", key: "client_secret",
                advice: "use a private_key, or name another authorization server")
        ],
        notes: [
            """
            Okta's own APIs take tokens of the `org` server only, and that one takes service applications with a \
            `private_key` only, never with a secret.
            """,
            """
            Applications for it demand DPoP unless that was switched off, with a nonce that the server hands out: \
            `org` brings `dpop: true`. With `dpop: false` the preset is for an application without it.
            """,
            "The id of the key (`key_id`) must be the one under which the public key is registered.",
        ],
        example: """
            auth:
              preset: okta
              domain: example.okta.com
              authorization_server: org
              client_id: ${env.CLIENT_ID}
              private_key: ${secrets.private_key}
              key_id: errand-2026
              scope: okta.users.read
            """)
}
