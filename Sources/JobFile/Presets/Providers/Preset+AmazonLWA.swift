extension Preset {
    /// Login with Amazon, for the Selling Partner API.
    static let amazonLWA = Preset(
        name: "amazon-lwa", title: "Login with Amazon (Selling Partner API)",
        doc: "An application acts for a seller who has authorised it, by the seller's refresh token.",
        parameters: [],
        type: "refresh_token",
        defaults: """
            token_url: https://api.amazon.com/auth/o2/token
            client_auth: client_secret_post
            header: x-amz-access-token
            scheme: ""
            """,
        notes: [
            """
            The Selling Partner API takes the token in a header of its own, `x-amz-access-token`, without a scheme; \
            for another API of Amazon's say `header: Authorization` and `scheme: Bearer`.
            """,
            """
            The refresh token stays the same, so it may stand in `refresh_token`. It ends when the seller withdraws \
            the authorisation, and has to be renewed every year.
            """,
            """
            Notifications and other operations without a seller take a token by client credentials: a source of its \
            own, with a `scope` such as `sellingpartnerapi::notifications` and the same `header` and `scheme`.
            """,
        ],
        example: """
            auth:
              preset: amazon-lwa
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
              refresh_token: ${secrets.refresh_token}
            """)
}
