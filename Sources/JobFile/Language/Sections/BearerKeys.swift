/// The keys of a token source of type `bearer`.
enum BearerKeys {
    static let token = Key(
        "token", .template, .load, required: true, secret: true, doc: "The token.", example: "${secrets.token}")

    static let section = Section(
        "bearer", noun: "a token source of type bearer", title: "Token source: bearer",
        doc: "A token that is at hand.",
        keys: [
            TokenSourceKeys.name, TokenSourceKeys.type, token, TokenPlacementKeys.header, TokenPlacementKeys.scheme,
            TokenSourceKeys.hosts,
        ],
        example: """
            auth:
              type: bearer
              token: ${env.API_TOKEN}
              header: X-Access-Token
              scheme: ""
            """)
}
