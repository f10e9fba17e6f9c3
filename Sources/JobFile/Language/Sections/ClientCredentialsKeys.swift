/// The keys of a token source of type `client_credentials`.
enum ClientCredentialsKeys {
    static let section = Section(
        "client_credentials", noun: "a token source of type client_credentials",
        title: "Token source: client_credentials",
        doc: "The OAuth 2.0 client credentials grant (RFC 6749 section 4.4).",
        keys: OAuthKeys.keys([], client: ClientKeys.all),
        groups: OAuthKeys.groups,
        example: """
            auth:
              - name: shop
                token_url: https://auth.example.com/oauth/token
                client_id: ${env.CLIENT_ID}
                client_secret: ${secrets.client_secret}
                scope: [orders:read, customers:read]
                hosts: [api.example.com, "*.files.example.com"]
                idle_timeout: 10s
                proxy: http://proxy.example.com:3128
                unix_socket: /run/auth.sock
                http_version: "1.1"
                tls: {ca: company-ca.pem}
              - name: partner
                issuer: https://auth.example.com/realms/partner
                client_id: ${env.CLIENT_ID}
                private_key: ${secrets.private_key}
                key_id: "2026-01"
                algorithm: ES256
                certificate: client.pem
                assertion_audience: token_url
                assertion_lifetime: 2m
                cache: disk
                dpop: true
                dpop_key: ${secrets.dpop_key}
              - name: pod
                token_url: https://auth.example.com/oauth/token
                client_id: ${env.CLIENT_ID}
                assertion_file: /var/run/secrets/tokens/errand
                token: $.data.jwt
                expires_in: $.data.valid_for
            """)
}
