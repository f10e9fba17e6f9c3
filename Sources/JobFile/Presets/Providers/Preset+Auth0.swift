extension Preset {
    /// Auth0.
    static let auth0 = Preset(
        name: "auth0", title: "Auth0",
        doc: "A machine-to-machine application gets a token for one API.",
        parameters: [
            PresetParameter("domain", doc: "The tenant's domain, or its own one.", example: "example.eu.auth0.com"),
            PresetParameter(
                "audience", doc: "The API's identifier, as the dashboard shows it.",
                example: "https://api.example.com/", ownKey: true),
        ],
        defaults: """
            token_url: https://<domain>/oauth/token
            """,
        cases: [
            PresetCase(
                when: "private_key",
                defaults: """
                    client_auth: private_key_jwt
                    assertion_audience: https://<domain>/
                    """)
        ],
        notes: [
            "Without an `audience` the token would be an opaque one, which no API of yours accepts.",
            """
            Machine-to-machine tokens are counted and paid for, and some plans cap them by the hour or the day: \
            `cache: disk` lets runs share one.
            """,
            "The issuer, and so the audience of a signed assertion, ends in a slash.",
        ],
        example: """
            auth:
              preset: auth0
              domain: example.eu.auth0.com
              audience: https://api.example.com/
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
              cache: disk
            """)
}
