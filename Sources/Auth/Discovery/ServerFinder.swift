import Diagnostics
import HTTP
import JobFile

/// Finds out where a source's server is, and how the client proves itself there.
struct ServerFinder: Sendable {
    let oauth: OAuthSource
    let source: TokenSourceConfiguration
    let shared: SharedServers
    let context: SourceContext
    let observe: @Sendable (ExchangeEvent) -> Void

    /// The server as the job and its metadata describe it.
    func server() async throws(TokenFailure) -> TokenServer {
        switch oauth.endpoint {
        case .url(let url): return TokenServer(oauth, tokenURL: url.value)
        case .issuer(let issuer):
            let failures = DiscoveryFailures(oauth: oauth, source: source, redactor: context.redactor)
            let discovery = Discovery(oauth: oauth, context: context, failures: failures, observe: observe)
            let key = MetadataKey(issuer: issuer.value, options: TransferOptions(oauth.transport))
            let metadata = try await shared.metadata(key) { await discovery.metadata(of: issuer.value) }
            guard let method = MethodChoice.method(for: oauth, among: metadata.methods) else {
                throw failures.noMethod(metadata.methods)
            }
            return TokenServer(oauth, metadata, issuer: issuer.value, method: method)
        }
    }
}
