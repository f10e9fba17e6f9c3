/// The keys of a token source of type `jwt`.
enum JWTKeys {
    static let clientID = Key(
        "client_id", .loaded(.text), .load, doc: "Who signs the JWT, its iss.", example: "${env.CLIENT_ID}")
    static let requestHeaders = Key(
        "request_headers", .entries(.header), .load,
        doc: "Headers that go along with the JWT, to the same hosts.",
        example: "{X-Token-Type: KEYPAIR_JWT}")

    static let section = Section(
        "jwt", noun: "a token source of type jwt", title: "Token source: jwt",
        doc: "A JWT that the job signs is the token itself; there is a new one before it expires.",
        keys: [TokenSourceKeys.name, TokenSourceKeys.type, TokenSourceKeys.preset] + SigningKeys.allRequired + [
            clientID, ClaimKeys.subject, ClaimKeys.claims, ClaimKeys.lifetime, ClaimKeys.backdate,
            TokenPlacementKeys.header, TokenPlacementKeys.scheme, requestHeaders, TokenSourceKeys.hosts,
        ],
        example: """
            auth:
              type: jwt
              private_key: ${secrets.private_key}
              client_id: ${env.CLIENT_ID}
              subject: reporting
              claims: {aud: https://api.example.com}
              request_headers: {X-Token-Type: KEYPAIR_JWT}
            """)
}
