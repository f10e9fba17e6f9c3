/// The keys of a token source of type `api_key`.
enum APIKeyKeys {
    static let header = Key("header", .plain(.header), doc: "The header that holds the key.", example: "X-Api-Key")
    static let query = Key(
        "query", .plain(.text), doc: "The query parameter that holds the key.", example: "api_key")
    static let value = Key(
        "value", .template, .load, required: true, secret: true, doc: "The key.", example: "${secrets.api_key}")

    static let section = Section(
        "api_key", noun: "a token source of type api_key", title: "Token source: api_key",
        doc: "A key in a header or in the query.",
        keys: [TokenSourceKeys.name, TokenSourceKeys.type, header, query, value, TokenSourceKeys.hosts],
        groups: [.exactlyOne("header", "query")],
        example: """
            auth:
              type: api_key
              header: X-Api-Key
              value: ${env.API_KEY}
              hosts: api.example.com
            """)
}
