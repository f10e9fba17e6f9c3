internal import Diagnostics

/// The keys of a token source of type `token_exchange`.
enum TokenExchangeKeys {
    static let subjectToken = token("subject", "on whose behalf the new one is")
    static let subjectTokenFile = file("subject", "on whose behalf the new one is")
    static let subjectTokenSource = source("subject", "on whose behalf the new one is")
    static let subjectTokenType = type("subject")
    static let actorToken = token("actor", "of who acts")
    static let actorTokenFile = file("actor", "of who acts")
    static let actorTokenSource = source("actor", "of who acts")
    static let actorTokenType = type("actor")
    static let requestedTokenType = Key(
        "requested_token_type", .loaded(.text), .load, standard: "the server's choice",
        doc: "The type of token to get, a URN.", example: standardType)

    /// The type that a token has when nothing is said.
    static let standardType = "urn:ietf:params:oauth:token-type:access_token"

    private static let subject: [any LanguageKey] = [
        subjectToken, subjectTokenFile, subjectTokenSource, subjectTokenType,
    ]
    private static let actor: [any LanguageKey] = [actorToken, actorTokenFile, actorTokenSource, actorTokenType]

    static let section = Section(
        "token_exchange", noun: "a token source of type token_exchange", title: "Token source: token_exchange",
        doc: "Token exchange (RFC 8693): a token of another kind, or of another source of the job, for a new one.",
        keys: OAuthKeys.keys(subject + actor + [requestedTokenType], client: ClientKeys.allOptional),
        groups: [
            .exactlyOne("subject_token", "subject_token_file", "subject_token_source"),
            .atMostOne("actor_token", "actor_token_file", "actor_token_source"),
        ] + OAuthKeys.groups,
        example: """
            auth:
              - name: shop
                type: token_exchange
                token_url: https://auth.example.com/oauth/token
                subject_token_source: person
                subject_token_type: urn:ietf:params:oauth:token-type:access_token
                actor_token_file: /var/run/secrets/tokens/errand
                actor_token_type: urn:ietf:params:oauth:token-type:jwt
                requested_token_type: urn:ietf:params:oauth:token-type:access_token
                audience: [https://api.example.com/orders, https://api.example.com/customers]
                resource: https://api.example.com/
              - name: person
                type: bearer
                token: ${env.API_TOKEN}
              - name: pod
                type: token_exchange
                token_url: https://auth.example.com/oauth/token
                subject_token_file: /var/run/secrets/tokens/errand
                actor_token: ${secrets.actor_token}
              - name: partner
                type: token_exchange
                token_url: https://auth.example.com/oauth/token
                subject_token: ${secrets.subject_token}
                actor_token_source: person
            """)

    private static func token(_ role: String, _ whose: String) -> Key<LocatedTemplate> {
        Key(
            "\(role)_token", .template, .load, secret: true, doc: "The token \(whose).",
            example: "${secrets.\(role)_token}")
    }

    private static func file(_ role: String, _ whose: String) -> Key<Loaded<String>> {
        Key(
            "\(role)_token_file", .loaded(.path), .load,
            doc: """
                A file with the token \(whose), read anew for each request; a relative path starts from the job \
                file's folder.
                """,
            example: "/var/run/secrets/tokens/errand")
    }

    private static func source(_ role: String, _ whose: String) -> Key<Located<String>> {
        Key(
            "\(role)_token_source", .plain(.text), doc: "The source whose token is the one \(whose), by name.",
            example: "person")
    }

    private static func type(_ role: String) -> Key<Loaded<String>> {
        Key(
            "\(role)_token_type", .loaded(.text), .load, standard: standardType,
            doc: "The type of the \(role)'s token, a URN.", example: "urn:ietf:params:oauth:token-type:jwt")
    }
}
