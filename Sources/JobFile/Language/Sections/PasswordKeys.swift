/// The keys of a token source of type `password`.
enum PasswordKeys {
    static let section = Section(
        "password", noun: "a token source of type password", title: "Token source: password",
        doc: """
            The password grant (RFC 6749 section 4.3), for services that have nothing better: OAuth 2.1 drops it.
            """,
        keys: OAuthKeys.keys([BasicKeys.username, BasicKeys.password], client: ClientKeys.all),
        groups: OAuthKeys.groups,
        example: """
            auth:
              type: password
              token_url: https://auth.example.com/oauth/token
              username: reporting
              password: ${env.PASSWORD}
              client_id: ${env.CLIENT_ID}
              client_auth: none
              params: {tenant: acme}
              headers: {X-Tenant: acme}
              require_scope: orders:read
            """)
}
