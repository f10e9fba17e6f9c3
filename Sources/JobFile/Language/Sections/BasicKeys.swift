/// The keys of a token source of type `basic`.
enum BasicKeys {
    static let username = Key(
        "username", .loaded(.anyText), .load, required: true, doc: "The user's name.", example: "reporting")
    static let password = Key(
        "password", .body, .load, required: true, secret: true, doc: "The user's password.",
        example: "${secrets.password}")

    static let section = Section(
        "basic", noun: "a token source of type basic", title: "Token source: basic",
        doc: "HTTP Basic (RFC 7617).",
        keys: [TokenSourceKeys.name, TokenSourceKeys.type, username, password, TokenSourceKeys.hosts],
        example: """
            auth:
              type: basic
              username: reporting
              password: ${env.PASSWORD}
              hosts: api.example.com
            """)
}
