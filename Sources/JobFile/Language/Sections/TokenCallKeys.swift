/// The keys of `call` in a token source of type `request`.
enum TokenCallKeys {
    static let auth = Key(
        "auth", .plain(.text), standard: "none",
        doc: "The token source that this call is itself sent with, by name, or none.", example: "app")

    /// The keys of `defaults` that hold for such a call too.
    ///
    /// Headers, parameters and the token are meant for the API, which need not be whom the token comes from; and where
    /// a login is redirected to nobody knows.
    static let defaults: [any LanguageKey] =
        [SettingKeys.baseURL] + SettingKeys.transport
        + SettingKeys.pace.filter { $0.name != SettingKeys.redirects.name }

    static let section = Section(
        "token_call", noun: "the call of a token source", title: "The call of a token source",
        doc: """
            One request, made when a token is needed. Its templates see `env`, `inputs`, `secrets`, `vars` and \
            `${auth.NAME.MEMBER}` of other sources. What `defaults` say of `base_url`, of how requests travel and when \
            they are sent again holds here too; their `headers`, `query`, `auth` and `redirects` do not.
            """,
        keys: RequestKeys.all.filter { $0.name != RequestKeys.idempotent.name } + [auth] + SettingKeys.transport,
        groups: RequestKeys.groups,
        example: """
            auth:
              - name: shop
                type: request
                call:
                  post: https://api.example.com/installations/7/tokens
                  json: {permissions: [orders]}
                  auth: app
                token: $.token
                expires_at: $.expires_at
              - name: app
                type: jwt
                private_key: ${secrets.private_key}
                client_id: ${env.CLIENT_ID}
                backdate: 60s
                assertion_lifetime: 9m
            """)
}
