import HTTPTypes
import Hummingbird
import Synchronization

/// Okta: a custom authorization server, and the org's own, which takes only keys and bound tokens with nonces.
struct Okta {
    let desk: ProviderDesk

    func add(to router: Router<BasicRequestContext>) {
        desk.addTokens("/oauth2/default/v1/token", to: router) { call, _ in try await token(call, isOrg: false) }
        desk.addTokens("/oauth2/v1/token", to: router) { call, _ in try await token(call, isOrg: true) }
        for document in ["oauth-authorization-server", "openid-configuration"] {
            desk.addMetadata(
                "/oauth2/default/.well-known/\(document)", to: router,
                methods: ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"]
            ) { request, _ in (desk.url("/oauth2/default", request), desk.url("/oauth2/default/v1/token", request)) }
            desk.addMetadata("/.well-known/\(document)", to: router, methods: ["private_key_jwt"]) { request, _ in
                (desk.url("", request), desk.url("/oauth2/v1/token", request))
            }
        }
        router.get(desk.path("/api/**")) { request, _ in
            try await checkToken(request)
            return try users(request)
        }
    }

    private func token(_ call: TokenCall, isOrg: Bool) async throws -> Response {
        guard call.form["grant_type"] == "client_credentials" else {
            throw ProviderError(
                .badRequest, "unsupported_grant_type", "The authorization grant type is not supported by the server.")
        }
        let client = try await client(call, isOrg: isOrg)
        var order = ProviderDesk.Order(client: client, isJWT: true)
        let hasProof = call.request.headers[.named(ProofCheck.field)] != nil
        if isOrg || hasProof {
            do {
                order.thumbprint = try await ProofCheck(world: desk.world, request: call.request, needsNonce: isOrg)
                    .thumbprint()
            } catch {
                throw refusal(of: error, hasProof: hasProof)
            }
        }
        guard let scope = call.form["scope"], !scope.isEmpty else {
            throw ProviderError(
                .badRequest, "invalid_scope",
                "The authorization server resource does not have any configured default scopes, 'scope' must be "
                    + "provided.")
        }
        order.scopes = scope.split(separator: " ").map(String.init)
        guard !isOrg || order.scopes.allSatisfy({ $0.hasPrefix("okta.") }) else {
            throw ProviderError(
                .badRequest, "invalid_scope",
                "One or more scopes are not configured for the authorization server resource.")
        }
        return .json([
            "token_type": order.thumbprint == nil ? "Bearer" : "DPoP", "expires_in": 3600,
            "access_token": .string(desk.issue(order)), "scope": .string(scope),
        ])
    }

    private func client(_ call: TokenCall, isOrg: Bool) async throws -> OAuthClient {
        guard let assertion = call.form["client_assertion"] else {
            guard !isOrg else {
                throw ProviderError(
                    .unauthorized, "invalid_client",
                    "Client Credentials requests to the Org Authorization Server must use the private_key_jwt "
                        + "token_endpoint_auth_method.")
            }
            switch desk.secret(call, in: [.body, .form]) {
            case .right(let client): return client
            case .wrong:
                throw ProviderError(
                    .unauthorized, "invalid_client",
                    "The client secret supplied for a confidential client is invalid.")
            case .missing, .unknown:
                throw ProviderError(.unauthorized, "invalid_client", "Invalid value for 'client_id' parameter.")
            }
        }
        var rules = AssertionRules(audiences: [call.url])
        rules.longestLife = 3600
        do {
            return try await desk.assertion(
                assertion, algorithms: ProviderDesk.keyAlgorithms, rules: rules, id: { $0["iss"]?.string }
            ).client
        } catch .rule(let violation) where violation.claim == "aud" {
            throw ProviderError(
                .unauthorized, "invalid_client",
                "The audience claim for client_assertion must be the endpoint invoked for the request.")
        } catch .rule(let violation) {
            throw ProviderError(
                .unauthorized, "invalid_client", "The client_assertion token is not valid: \(violation.message).")
        } catch {
            throw ProviderError(
                .unauthorized, "invalid_client", "The client_assertion signature is invalid.")
        }
    }

    private func refusal(of problem: ProofCheck.Problem, hasProof: Bool) -> ProviderError {
        guard problem.code == "use_dpop_nonce" else {
            let text = hasProof ? problem.message : "The DPoP proof JWT header is missing."
            return ProviderError(.badRequest, "invalid_dpop_proof", text)
        }
        return ProviderError(
            .badRequest, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof.",
            headers: HTTPFields(named: ["DPoP-Nonce": desk.world.nonces.withLock { $0.current }]))
    }
}
