extension Preset {
    /// Spotify.
    static let spotify = Preset(
        name: "spotify", title: "Spotify",
        doc: "An app gets a token for what is not about a person.",
        parameters: [],
        defaults: """
            token_url: https://accounts.spotify.com/api/token
            client_auth: client_secret_basic
            """,
        notes: [
            """
            A token of an app alone sees the catalogue, not a person's library or playlists: for those there is \
            `type: refresh_token`, after the person has agreed once.
            """,
            "A wrong id or secret is a 400 with `invalid_client`. A token lives an hour.",
        ],
        example: """
            auth:
              preset: spotify
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
            """)
}
