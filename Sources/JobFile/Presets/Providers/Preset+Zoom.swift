extension Preset {
    /// Zoom.
    static let zoom = Preset(
        name: "zoom", title: "Zoom",
        doc: "A server-to-server OAuth app gets a token for its account.",
        parameters: [
            PresetParameter("account_id", doc: "The account's id, from the app's page.", example: "AbCdEfGhTNmKz9")
        ],
        defaults: """
            token_url: https://zoom.us/oauth/token
            client_auth: client_secret_basic
            params: {grant_type: account_credentials, account_id: <account_id>}
            """,
        notes: [
            """
            The grant is one of Zoom's own, `account_credentials`, with the account's id beside it and the client's \
            secret as HTTP Basic.
            """,
            "The scopes are those of the app: `scope` is not asked for. A token lives an hour.",
        ],
        example: """
            auth:
              preset: zoom
              account_id: AbCdEfGhTNmKz9
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
            """)
}
