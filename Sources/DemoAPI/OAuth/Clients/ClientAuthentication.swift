import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Finds out which client is asking for a token (RFC 6749 2.3, OpenID Connect Core 9).
struct ClientAuthentication {
    let call: TokenCall
    let endpoint: TokenEndpoint

    private var form: Query { call.form }
    private var world: World { call.world }

    /// Whether the request shows any credentials, or at least names its client.
    var isPresent: Bool {
        call.request.headers[.authorization] != nil || form["client_id"] != nil || form["client_assertion"] != nil
    }

    /// The client, or the refusal that RFC 6749 5.2 asks for.
    func client() async throws(TokenError) -> OAuthClient {
        let header = call.request.headers[.authorization]
        let hasBasic = header?.lowercased().hasPrefix("basic ") ?? false
        let ways = [hasBasic, form["client_secret"] != nil, form["client_assertion"] != nil]
        guard ways.filter({ $0 }).count <= 1 else {
            throw TokenError(.badRequest, "invalid_request", "more than one client authentication method")
        }
        if let assertion = form["client_assertion"] {
            return try await ClientAssertion(call: call, endpoint: endpoint, text: assertion).client()
        }
        if let header, hasBasic {
            try allow("client_secret_basic")
            return try byBasic(String(header.dropFirst(6)))
        }
        return try byBody()
    }

    private func byBody() throws(TokenError) -> OAuthClient {
        guard let id = form["client_id"] else {
            throw TokenError(.unauthorized, "invalid_client", "no client credentials")
        }
        guard let client = world.clients.withLock({ $0[id] }) else {
            throw TokenError(.unauthorized, "invalid_client", "unknown client")
        }
        let lock = ClientLock(world: world)
        try lock.check(client)
        let secret = form["client_secret"]
        let problem: String?
        switch client.authentication {
        case .none, .tls:
            try allow(client.authentication == .tls ? "tls_client_auth" : "none")
            problem = secret == nil ? nil : "this client has no secret"
        case .any, .post:
            try allow("client_secret_post")
            problem = secret == client.secret ? nil : "wrong client secret"
        case .basic, .basicForm, .basicRaw: problem = "this client must authenticate with HTTP Basic"
        case .secretJWT, .privateKeyJWT: problem = "this client must authenticate with an assertion"
        }
        lock.note(client, isRight: problem == nil)
        if let problem {
            throw TokenError(.unauthorized, "invalid_client", problem, style: client.errorStyle)
        }
        return client
    }

    private func byBasic(_ encoded: String) throws(TokenError) -> OAuthClient {
        guard let data = Data(base64Encoded: encoded) else {
            throw refusal("malformed Basic credentials", .json401)
        }
        let pair = String(decoding: data, as: UTF8.self)
        let names = BasicCredentials(call.request)
        let ids = [names?.form.id, names?.raw.id].compactMap { $0 }
        guard let client = world.clients.withLock({ clients in clients.first(of: ids) }) else {
            throw refusal("wrong client secret", .json401)
        }
        let lock = ClientLock(world: world)
        try lock.check(client)
        let isForm = pair == FormText.encoded(client.id) + ":" + FormText.encoded(client.secret)
        let isRaw = pair == client.id + ":" + client.secret
        let isRight =
            switch client.authentication {
            case .any, .basicForm: isForm
            case .basicRaw: isRaw
            case .basic: isForm || isRaw
            case .post, .none, .secretJWT, .privateKeyJWT, .tls: false
            }
        lock.note(client, isRight: isRight)
        guard isRight else {
            let isOfPost = client.authentication == .post && (isForm || isRaw)
            throw refusal(
                isOfPost ? "this client must send its secret in the body" : "wrong client secret", client.errorStyle)
        }
        return client
    }

    private func allow(_ method: String) throws(TokenError) {
        try endpoint.allow([method])
    }

    private func refusal(_ description: String, _ style: OAuthClient.ErrorStyle) -> TokenError {
        TokenError(
            .unauthorized, "invalid_client", description,
            headers: HTTPFields(named: ["WWW-Authenticate": "Basic realm=\"demo\""]), style: style)
    }
}

extension TokenEndpoint {
    /// Throws: the refusal, when this server takes none of the methods.
    func allow(_ names: [String]) throws(TokenError) {
        guard let methods, !names.contains(where: methods.contains) else { return }
        throw TokenError(
            .unauthorized, "invalid_client",
            "this server does not take \(names.joined(separator: " or ")), but \(methods.joined(separator: ", "))")
    }
}
