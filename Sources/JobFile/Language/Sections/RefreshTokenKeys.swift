/// The keys of a token source of type `refresh_token`.
enum RefreshTokenKeys {
    static let refreshToken = Key(
        "refresh_token", .template, .load, secret: true,
        doc: "The refresh token, of a server that does not replace it each time.", example: "${secrets.refresh_token}")
    static let refreshTokenFile = Key(
        "refresh_token_file", .loaded(.path), .load,
        doc: """
            The file that holds the refresh token, and that a new one is written back to; a relative path starts from \
            the job file's folder.
            """,
        example: "shop.token")

    static let section = Section(
        "refresh_token", noun: "a token source of type refresh_token", title: "Token source: refresh_token",
        doc: "The refresh token grant (RFC 6749 section 6), for access that a person granted once.",
        keys: OAuthKeys.keys([refreshToken, refreshTokenFile], client: ClientKeys.allOptional),
        groups: [.exactlyOne("refresh_token", "refresh_token_file")] + OAuthKeys.groups,
        example: """
            auth:
              - name: shop
                type: refresh_token
                token_url: https://auth.example.com/oauth/token
                client_id: ${env.CLIENT_ID}
                client_secret: ${secrets.client_secret}
                client_auth: client_secret_basic
                basic_encoding: raw
                refresh_token_file: shop.token
              - name: partner
                type: refresh_token
                issuer: https://auth.example.com/realms/partner
                refresh_token: ${secrets.refresh_token}
                revoke: true
                revocation_url: https://auth.example.com/realms/partner/revoke
            """)
}
