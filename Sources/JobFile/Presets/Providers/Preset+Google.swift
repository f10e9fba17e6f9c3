extension Preset {
    /// Google service accounts.
    static let googleServiceAccount = Preset(
        name: "google-service-account", title: "Google service account",
        doc: "A service account signs a JWT with its key, and gets a token for Google's APIs in exchange.",
        parameters: [
            PresetParameter(
                "email", doc: "The service account's address, `client_email` of its key file.",
                example: "errand@example.iam.gserviceaccount.com"),
            PresetParameter(
                "private_key", doc: "The service account's key, `private_key` of its key file.",
                example: "${secrets.private_key}", ownKey: true, secret: true),
            PresetParameter(
                "scope", doc: "The scopes to ask for.", example: "https://www.googleapis.com/auth/cloud-platform",
                list: true),
            PresetParameter(
                "subject", doc: "The person on whose behalf, with delegation in the whole domain.",
                example: "someone@example.com", required: false, ownKey: true),
        ],
        type: "jwt_bearer",
        defaults: """
            token_url: https://oauth2.googleapis.com/token
            client_id: <email>
            algorithm: RS256
            assertion_audience: https://oauth2.googleapis.com/token
            assertion_lifetime: 1h
            claims: {scope: <scope>}
            """,
        notes: [
            """
            The scopes stand in the JWT, not in the form, and the JWT may be good for an hour at most. `subject` needs \
            delegation that an administrator of the domain has granted for just these scopes.
            """,
            """
            The key file is JSON. Put its `private_key` into a file of its own, line breaks as line breaks: \
            `jq -r .private_key account.json`.
            """,
        ],
        example: """
            auth:
              preset: google-service-account
              email: errand@example.iam.gserviceaccount.com
              private_key: ${secrets.private_key}
              scope: [https://www.googleapis.com/auth/drive.readonly]
            """)
}
