/// The keys of a token source of type `request`.
enum RequestSourceKeys {
    static let call = Key(
        "call", .section(TokenCallKeys.section), .load, required: true, doc: "The call whose answer holds the token.",
        example: "{post: 'https://api.example.com/login', json: {user: reporting, password: '${secrets.password}'}}")
    static let token = Key(
        "token", .plain(.jsonPath), required: true, doc: "Where the token stands in the call's answer.",
        example: "$.data.jwt")
    static let expiresIn = Key(
        "expires_in", .plain(.jsonPath), doc: "Where the token's life in seconds stands in the call's answer.",
        example: "$.data.valid_for")

    static let section = Section(
        "request_source", noun: "a token source of type request", title: "Token source: request",
        doc: """
            A call of your own gets the token: a login with a session token, or a token for which another one has to \
            be shown. The call may itself be sent with another source.
            """,
        keys: [
            TokenSourceKeys.name, TokenSourceKeys.type, TokenSourceKeys.preset, call, token, expiresIn,
            TokenAnswerKeys.expiresAt,
        ] + TokenPlacementKeys.all + TokenLifeKeys.all + [TokenSourceKeys.hosts],
        groups: [.atMostOne("expires_in", "expires_at")],
        example: """
            auth:
              - name: shop
                type: request
                call:
                  post: https://api.example.com/login
                  json: {user: reporting, password: "${env.PASSWORD}"}
                token: $.data.jwt
                expires_in: $.data.valid_for
                lifetime: 10m
                header: X-Session
                scheme: ""
              - name: crew
                preset: zoom
                account_id: AbCdEfGhTNmKz9
                client_id: ${env.CLIENT_ID}
                client_secret: ${env.CLIENT_SECRET}
            """)
}
