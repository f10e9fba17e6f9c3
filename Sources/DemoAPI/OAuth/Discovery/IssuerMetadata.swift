/// The metadata of an issuer (RFC 8414 2).
struct IssuerMetadata {
    let issuer: Issuer
    /// The issuer's URL.
    let url: String
    /// Where its endpoints are: the URL, or the same on the other origin.
    let base: String

    var json: JSONText {
        let name =
            switch issuer.fault {
            case .mismatch: url + "-of-someone-else"
            case .slash: url + "/"
            default: url
            }
        var members: [(String, JSONText)] = [("issuer", .string(name))]
        if issuer.fault != .noTokenEndpoint {
            members.append(("token_endpoint", .string(base + "/oauth/token")))
        }
        members += endpoints(at: base)
        members += [
            ("jwks_uri", .string(base + "/jwks")), ("response_types_supported", .array([.string("code")])),
            ("subject_types_supported", .array([.string("public")])),
            ("grant_types_supported", Self.list(issuer.grants)),
        ]
        if let methods = issuer.methods {
            members.append(("token_endpoint_auth_methods_supported", Self.list(methods)))
        }
        let algorithms = [
            "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA", "Ed25519",
        ]
        members.append(("token_endpoint_auth_signing_alg_values_supported", Self.list(algorithms)))
        members.append(("dpop_signing_alg_values_supported", Self.list(Array(algorithms.dropFirst(3)))))
        if issuer.hasAliases {
            let aliases =
                [("token_endpoint", JSONText.string(url + "/mtls/oauth/token"))] + endpoints(at: url + "/mtls")
            members.append(("tls_client_certificate_bound_access_tokens", .bool(true)))
            members.append(("mtls_endpoint_aliases", .object(aliases)))
        }
        return .object(members)
    }

    private func endpoints(at base: String) -> [(String, JSONText)] {
        [
            ("revocation_endpoint", .string(base + "/oauth/revoke")),
            ("introspection_endpoint", .string(base + "/oauth/introspect")),
        ]
    }

    private static func list(_ texts: [String]) -> JSONText {
        .array(texts.map { .string($0) })
    }
}
