extension Preset {
    /// Keycloak.
    static let keycloak = Preset(
        name: "keycloak", title: "Keycloak",
        doc: "A client of a realm gets a token for its service account.",
        parameters: [
            PresetParameter(
                "url", doc: "The server's URL without a slash at its end; up to version 16 it ends in /auth.",
                example: "https://id.example.com"),
            PresetParameter("realm", doc: "The realm.", example: "shop"),
        ],
        defaults: """
            issuer: <url>/realms/<realm>
            """,
        notes: [
            """
            The endpoints and the methods of clients come from the realm's metadata, whose issuer must be exactly this \
            URL. Behind a proxy the server must be told its public name, or the issuers differ.
            """,
            """
            With HTTP Basic the server takes id and secret form-encoded, as RFC 6749 says, which is `errand`'s default.
            """,
            "The client needs `Service accounts roles` switched on; otherwise it is an `unauthorized_client`.",
        ],
        example: """
            auth:
              preset: keycloak
              url: https://id.example.com
              realm: shop
              client_id: ${env.CLIENT_ID}
              client_secret: ${secrets.client_secret}
            """)
}
