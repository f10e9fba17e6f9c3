import Diagnostics
import HTTP
import JSON
import JobFile

/// Holds a job against the metadata of its issuer, RFC 8414 section 2.
struct MetadataFindings {
    let source: TokenSourceConfiguration

    /// Looks at an answer; one that is no metadata says nothing.
    func add(_ response: HTTPResponse, to examination: inout Examination) {
        guard case .oauth(let oauth) = source.kind, case .issuer = oauth.endpoint, 200..<300 ~= response.status,
            let metadata = try? JSONDocument(response.body).root, metadata["issuer"] != nil
        else { return }
        let issuer = metadata["issuer"]?.string
        guard issuer == oauth.endpoint.written.value else {
            examination.add("discovery", "the metadata is that of another issuer: \(issuer ?? "none")", .warning)
            return
        }
        if let endpoint = metadata["token_endpoint"]?.string {
            examination.add("discovery", "token endpoint: \(endpoint)", .good)
        }
        let methods = list(metadata["token_endpoint_auth_methods_supported"])
        if let method = oauth.client.method?.value.rawValue, let methods, !methods.contains(method) {
            examination.add(
                "discovery",
                "the server does not list client_auth \(method); it lists \(methods.joined(separator: ", "))",
                .warning)
        }
        if let grants = list(metadata["grant_types_supported"]), !grants.contains(oauth.grant.type) {
            examination.add(
                "discovery", "the server does not list the grant \(oauth.grant.type), which may work all the same",
                .warning)
        }
        if let scopes = list(metadata["scopes_supported"]) {
            let unknown = oauth.scope.filter { !scopes.contains($0) }
            if !unknown.isEmpty {
                examination.add(
                    "discovery", "scopes that the server does not list: \(unknown.joined(separator: " "))", .warning)
            }
        }
        if oauth.dpop != nil, metadata["dpop_signing_alg_values_supported"] == nil {
            examination.add("discovery", "the server says nothing of DPoP", .warning)
        }
    }

    private func list(_ node: JSONNode?) -> [String]? {
        guard let node, node.kind == .array else { return nil }
        return node.elements.compactMap(\.string)
    }
}
