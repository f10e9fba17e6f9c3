extension Preset {
    /// PayPal.
    static let payPal = Preset(
        name: "paypal", title: "PayPal",
        doc: "A REST app gets a token, of the sandbox or for real.",
        parameters: [
            PresetParameter(
                "environment", doc: "Which of the two: live, or sandbox.", example: "sandbox", standard: "live",
                choices: [.init("live", "api-m.paypal.com"), .init("sandbox", "api-m.sandbox.paypal.com")])
        ],
        defaults: """
            token_url: https://<environment>/v1/oauth2/token
            client_auth: client_secret_basic
            """,
        notes: [
            "The two environments have apps, and so ids and secrets, of their own; one does not know the other's.",
            """
            A token lives about nine hours, and asking for many is limited: `cache: disk` lets runs share one. The \
            scopes of the answer are a long list, none of which need be asked for.
            """,
        ],
        example: """
            auth:
              preset: paypal
              environment: sandbox
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
              cache: disk
            """)
}
