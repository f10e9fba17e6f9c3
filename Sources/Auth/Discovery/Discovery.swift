import HTTP
import JSON
import JobFile

/// Finds the metadata of an issuer: RFC 8414, then OpenID Connect Discovery.
struct Discovery: Sendable {
    /// Metadata is a few kilobytes.
    private static let answerLimit = 1 << 20

    let oauth: OAuthSource
    let context: SourceContext
    let failures: DiscoveryFailures
    let observe: @Sendable (ExchangeEvent) -> Void

    /// The metadata of an issuer.
    func metadata(of issuer: String) async -> Result<ServerMetadata, TokenFailure> {
        do throws(TokenFailure) {
            return .success(try await find(issuer))
        } catch {
            return .failure(error)
        }
    }

    private func find(_ issuer: String) async throws(TokenFailure) -> ServerMetadata {
        if let problem = IssuerName.problem(issuer) { throw failures.badIssuer(problem) }
        var findings: [DiscoveryFinding] = []
        for url in IssuerName.metadataURLs(of: issuer) {
            guard PlainHTTP.isAllowed(url, oauth) else { throw failures.plainHTTP(url) }
            let response = try await ask(url)
            do throws(DiscoveryFinding.Problem) {
                return try Self.read(response, of: issuer)
            } catch {
                findings.append(DiscoveryFinding(url: url, status: response.status, problem: error))
            }
        }
        throw failures.notFound(findings)
    }

    private func ask(_ url: String) async throws(TokenFailure) -> HTTPResponse {
        var headers = HTTPHeaders()
        headers.add("Accept", "application/json")
        let exchange = Exchange(
            transport: context.transport, authorizer: nil,
            policy: ExchangePolicy(
                retry: RetryPolicy(maxAttempts: 3), maxRedirects: 0, maxWait: TokenExchangePolicy.maxWait,
                rateLimit: nil, allowSecretsOverHTTP: true),
            limits: context.limits, observe: observe)
        do throws(ExchangeError) {
            return try await exchange.run(
                HTTPRequest(
                    method: "GET", url: url, headers: headers, options: TransferOptions(oauth.transport),
                    isIdempotent: true),
                to: .memory(limit: Self.answerLimit)
            ).response
        } catch {
            throw failures.failure(error)
        }
    }

    private static func read(
        _ response: HTTPResponse, of issuer: String
    ) throws(DiscoveryFinding.Problem) -> ServerMetadata {
        guard response.status == 200 else {
            throw .status(location: 300..<400 ~= response.status ? response.headers.first("Location") : nil)
        }
        let body: JSONNode
        do throws(JSONSyntaxError) {
            body = try JSONDocument(response.body).root
        } catch {
            throw WebPage(response.body) == nil ? .notJSON(error.message) : .webPage
        }
        guard body.kind == .object else { throw .notAnObject }
        do throws(ServerMetadata.Problem) {
            return try ServerMetadata(body, of: issuer)
        } catch {
            throw .metadata(error)
        }
    }
}
