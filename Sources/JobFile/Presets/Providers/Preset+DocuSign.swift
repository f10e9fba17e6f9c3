extension Preset {
    /// DocuSign.
    static let docuSign = Preset(
        name: "docusign", title: "DocuSign",
        doc: "An integration acts as a user who has agreed to it once.",
        parameters: [
            PresetParameter(
                "environment", doc: "Which of the two: production, or demo.", example: "demo",
                standard: "production",
                choices: [.init("production", "account.docusign.com"), .init("demo", "account-d.docusign.com")]),
            PresetParameter(
                "user_id", doc: "The user's id, a GUID.", example: "0f8b2c1a-5d3e-4f60-9a7b-1c2d3e4f5a6b"),
            PresetParameter(
                "private_key", doc: "The integration's RSA key.", example: "${secrets.private_key}", ownKey: true,
                secret: true),
            PresetParameter(
                "scope", doc: "The scopes to ask for.", example: "[signature, impersonation]",
                standard: "signature impersonation", list: true),
        ],
        type: "jwt_bearer",
        defaults: """
            token_url: https://<environment>/oauth/token
            subject: <user_id>
            algorithm: RS256
            assertion_audience: <environment>
            assertion_lifetime: 1h
            claims: {scope: <scope>}
            """,
        notes: [
            """
            The audience of the JWT is the bare host, without a scheme, and the scopes stand in the JWT. \
            `client_id` is the integration key.
            """,
            """
            `consent_required` means that the user has not agreed yet. It takes a browser, once: \
            `https://HOST/oauth/auth?response_type=code&scope=signature%20impersonation&client_id=…&redirect_uri=…`.
            """,
            """
            `issuer_not_found` is an integration key of the other environment. Where an account's API is, \
            `https://HOST/oauth/userinfo` says; write that URL into the job, so that the token may go there.
            """,
        ],
        example: """
            auth:
              preset: docusign
              environment: demo
              client_id: ${env.CLIENT_ID}
              user_id: 0f8b2c1a-5d3e-4f60-9a7b-1c2d3e4f5a6b
              private_key: ${secrets.private_key}
            """)
}
