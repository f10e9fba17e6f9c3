/// A job with a source of every kind, and a call for each that shows what arrives.
enum TokenSecretJob {
    /// A source by its name, and its keys.
    struct Source: Sendable {
        var name: String
        var keys: String
        /// Whether it asks a token endpoint.
        var isOAuth = true
        var hasToken = true
    }

    static let sources: [Source] = [
        Source(name: "post", keys: "client_id: post\nclient_secret: ${secrets.post_secret}\ncache: disk"),
        Source(
            name: "basic",
            keys: "client_id: basic\nclient_secret: ${secrets.basic_secret}\nclient_auth: client_secret_basic\n"
                + "basic_encoding: raw"),
        Source(
            name: "hmac", keys: "client_id: hmac\nclient_secret: ${secrets.hmac_secret}\nclient_auth: client_secret_jwt"
        ),
        Source(name: "rsa", keys: "client_id: rsa\nprivate_key: ${secrets.rsa_key}\ncache: disk"),
        Source(name: "jwk", keys: "client_id: jwk\nprivate_key: ${secrets.jwk}"),
        Source(name: "file", keys: "client_id: file\nassertion_file: files/assertion_file\ncache: disk"),
        Source(
            name: "asserted",
            keys: "type: jwt_bearer\nclient_id: bearer\nsubject: someone\nprivate_key: ${secrets.sec1_key}"),
        Source(
            name: "bound",
            keys: "client_id: bound\nclient_secret: ${secrets.dpop_secret}\ndpop: true\ndpop_key: ${secrets.dpop_key}\n"
                + "cache: disk"),
        Source(
            name: "fresh",
            keys: "type: refresh_token\nclient_id: fresh\nclient_secret: ${secrets.refresh_secret}\n"
                + "refresh_token: ${secrets.refresh_value}\ncache: disk"),
        Source(
            name: "rotating",
            keys: "type: refresh_token\nclient_id: rotating\nclient_secret: ${secrets.refresh_secret}\n"
                + "refresh_token_file: files/refresh_file"),
        Source(
            name: "user",
            keys: "type: password\nusername: grace\npassword: ${secrets.password}\nclient_id: post\n"
                + "client_secret: ${secrets.post_secret}\ncache: disk"),
        Source(
            name: "exchanged",
            keys: "type: token_exchange\nsubject_token: ${secrets.subject_value}\nactor_token: ${secrets.actor_token}\n"
                + "client_id: post\nclient_secret: ${secrets.post_secret}\ncache: disk"),
        Source(
            name: "handed",
            keys: "type: token_exchange\nsubject_token_file: files/subject_file\n"
                + "subject_token_type: urn:ietf:params:oauth:token-type:jwt\n"
                + "client_id: post\nclient_secret: ${secrets.post_secret}"),
        Source(
            name: "more",
            keys: "client_id: post\nclient_secret: ${secrets.post_secret}\nparams: {extra: \"${secrets.parameter}\"}\n"
                + "headers: {X-Extra: \"${secrets.header}\"}\ncache: disk"),
        Source(
            name: "printed", keys: "type: exec\ncommand: [cat, files/printed_token]", isOAuth: false),
        Source(
            name: "json",
            keys:
                "type: exec\ncommand: [sh, -c, \"printf '{\\\"access_token\\\": \\\"%s\\\"}' $(cat files/printed_json)\", "
                + "\"${secrets.argument}\"]", isOAuth: false),
        Source(
            name: "login",
            keys: "type: request\ncall: {post: \"${env.DEMO_API}/echo\", json: {user: me, password: "
                + "\"${secrets.login_password}\", key: \"${secrets.login_token}\"}}\ntoken: $.json.key", isOAuth: false),
        Source(
            name: "own", keys: "type: jwt\nprivate_key: ${secrets.jwt_key}\nclient_id: me", isOAuth: false),
        Source(name: "static", keys: "type: bearer\ntoken: ${secrets.bearer}", isOAuth: false),
        Source(
            name: "userpass", keys: "type: basic\nusername: me\npassword: ${secrets.basic_password}", isOAuth: false,
            hasToken: false),
        Source(
            name: "header", keys: "type: api_key\nheader: X-Api-Key\nvalue: ${secrets.api_key_header}", isOAuth: false,
            hasToken: false),
        Source(
            name: "query", keys: "type: api_key\nquery: api_key\nvalue: ${secrets.api_key_query}", isOAuth: false,
            hasToken: false),
        Source(
            name: "signed",
            keys: "type: aws_sigv4\naccess_key: ${secrets.aws_access}\nsecret_key: ${secrets.aws_secret}\n"
                + "session_token: ${secrets.aws_session}\nregion: eu-central-1\nservice: s3", isOAuth: false,
            hasToken: false),
    ]

    /// The text of the job.
    ///
    /// - Parameters:
    ///   - endpoint: the query of the token endpoint, which says how it is to answer.
    ///   - path: what the calls ask for.
    static func text(
        _ secrets: TokenSecrets, endpoint: String = "", path: String = "/echo", only: (Source) -> Bool = { _ in true }
    ) -> String {
        let chosen = sources.filter(only)
        let lines = chosen.map { source in
            let place = source.isOAuth ? ["token_url: ${env.DEMO_API}/oauth/token\(endpoint)"] : []
            let keys = (["name: " + source.name] + place + source.keys.split(separator: "\n").map(String.init))
            return "  - " + keys.joined(separator: "\n    ")
        }
        let declared = secrets.values.keys.sorted().map { "  \($0): {env: SECRET_\($0.uppercased())}" }
        let calls = chosen.map { "  - {get: \(path), auth: \($0.name), write: out/\($0.name).jsonl}" }
        return """
            secrets:
            \(declared.joined(separator: "\n"))
            auth:
            \(lines.joined(separator: "\n"))
            defaults: {base_url: "${env.DEMO_API}", on_error: continue, retry: false}
            calls:
            \(calls.joined(separator: "\n"))
            """
    }
}
