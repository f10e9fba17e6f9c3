import Foundation

/// Everything that can be put into a request, each with texts of its own that must not arrive elsewhere.
enum CredentialKind: String, CaseIterable, Sendable {
    case token, dpop, dpopNonce, bearer, basic, keyInHeader, keyInQuery, signature, login, command, jwt, secretHeader

    /// The keys of a source for an API; the token endpoints are the demo server's.
    var auth: String {
        switch self {
        case .token: Self.client("demo")
        case .dpop: Self.client("dpop") + "\ndpop: true"
        case .dpopNonce: Self.client("dpop-nonce") + "\ndpop: true"
        case .bearer: "type: bearer\ntoken: ${secrets.key}"
        case .basic: "type: basic\nusername: the-user\npassword: ${secrets.key}"
        case .keyInHeader: "type: api_key\nheader: X-Api-Key\nvalue: ${secrets.key}"
        case .keyInQuery: "type: api_key\nquery: api_key\nvalue: ${secrets.key}"
        case .signature:
            "type: aws_sigv4\naccess_key: AKIDEXAMPLE0123456789\nsecret_key: ${secrets.key}\n"
                + "session_token: the-session-token\nregion: eu-central-1\nservice: execute-api"
        case .login:
            "type: request\ncall: {post: \"${env.DEMO_API}/login\", json: {user: grace, password: hopper-1906}}\n"
                + "token: $.session.key\nheader: X-Session-Key\nscheme: \"\""
        case .command: "type: exec\ncommand: [echo, the-token-of-a-command]"
        case .jwt:
            "type: jwt\nprivate_key: ${env.KEY}\nclient_id: me\nrequest_headers: {X-Token-Kind: KEYPAIR_JWT}"
        case .secretHeader: "type: bearer\ntoken: a-token-that-is-not-used\nheader: X-Unused"
        }
    }

    private static func client(_ id: String) -> String {
        "token_url: ${env.DEMO_API}/oauth/token\nclient_id: \(id)\nclient_secret: \(id)-secret"
    }

    /// Headers of the calls that hold a secret themselves.
    var headers: String {
        self == .secretHeader ? "{Cookie: \"sid=${secrets.key}\", X-Secret: \"${secrets.key}\"}" : "{}"
    }

    /// What a secret of the job is in the tests of this kind.
    static let secret = "the-secret-of-the-job-7Zk2"

    /// What of a request is a credential: headers by name, and texts anywhere in it.
    static func found(in request: RecordingServer.Request) -> [String] {
        let names = [
            "authorization", "dpop", "cookie", "x-api-key", "x-session-key", "x-secret", "x-unused", "x-token-kind",
            "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
        ]
        let lines = request.text.components(separatedBy: "\r\n").map { $0.lowercased() }
        let headers = names.filter { name in lines.contains { $0.hasPrefix(name + ":") } }
        let texts = [
            secret, "api_key", "dt/", "sk-7-0b5c1e", "the-token-of-a-command", "the-session-token",
            "AKIDEXAMPLE0123456789", "eyJ",
        ].filter { request.text.contains($0) }
        return headers + texts
    }
}
