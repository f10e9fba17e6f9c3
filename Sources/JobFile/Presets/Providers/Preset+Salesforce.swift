extension Preset {
    /// Salesforce.
    static let salesforce = Preset(
        name: "salesforce", title: "Salesforce",
        doc: "A connected app gets a token for its execution user by its secret, or for any user by its private key.",
        parameters: [
            PresetParameter(
                "domain", doc: "The organisation's My Domain host.", example: "example.my.salesforce.com")
        ],
        defaults: """
            token_url: https://<domain>/services/oauth2/token
            hosts: ["${auth.<name>.instance_url}"]
            lifetime: 15m
            """,
        cases: [
            PresetCase(
                when: "private_key", type: "jwt_bearer",
                parameters: [
                    PresetParameter(
                        "subject", doc: "The user's name.", example: "integration@example.com", ownKey: true)
                ],
                defaults: """
                    algorithm: RS256
                    assertion_audience: https://login.salesforce.com
                    assertion_lifetime: 3m
                    """)
        ],
        notes: [
            """
            Client credentials work at the My Domain host only, never at `login.salesforce.com`. The app must name the \
            user that it runs as.
            """,
            """
            With `private_key` the grant is `jwt_bearer`: the JWT is for `https://login.salesforce.com`, of a sandbox \
            `https://test.salesforce.com` (say `assertion_audience`), and must not be good for more than five minutes.
            """,
            """
            The answer says no life: how long a session lasts is set in the organisation, 15 minutes at the least, \
            which `lifetime` takes for granted. A 401 gets a new token in any case.
            """,
            """
            The answer says where the API is: write `${auth.NAME.instance_url}/services/data/…` in calls. The token \
            goes nowhere else.
            """,
        ],
        example: """
            auth:
              preset: salesforce
              domain: example.my.salesforce.com
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
            """)
}
