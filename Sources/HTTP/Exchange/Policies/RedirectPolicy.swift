/// Decides where a redirect leads, and what may go along.
struct RedirectPolicy: Sendable, Hashable {
    /// What is to be done about an answer.
    enum Decision: Sendable, Hashable {
        /// It is no redirect, or none that is followed.
        case none
        case follow(HTTPRequest)
        /// It is not followed, and why.
        case refuse(String)
    }

    /// The most redirects that are followed.
    let limit: Int
    private var followed = 0
    private var visited: Set<String> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Decides about an answer.
    ///
    /// - Parameters:
    ///   - request: what was sent, without what an authorizer added.
    ///   - isAuthorized: whether an authorizer added a credential.
    mutating func decide(
        _ response: HTTPResponse, to request: HTTPRequest, isAuthorized: Bool
    ) -> Decision {
        guard limit > 0, let location = Self.location(of: response) else { return .none }
        guard let base = HTTPURL(request.url), let target = base.resolving(location) else {
            return .refuse("it leads to '\(location)', and only http and https URLs are followed")
        }
        guard followed < limit else {
            return .refuse("there were more than \(limit) of them; the next leads to \(target.text)")
        }
        var next = request
        next.url = target.text
        next.isRedirected = true
        Self.setMethod(of: &next, status: response.status)
        if base.scheme == "https", target.scheme == "http", request.hasSecret || isAuthorized {
            return .refuse("it leads from https to \(target.text), and the request has a secret")
        }
        if target.origin != base.origin {
            guard !next.body.isSecret else {
                return .refuse("it leads to \(target.text), another origin, and the body has a secret")
            }
            next.headers.removeAll(where: CredentialHeaders.staysBehind)
            next.awsSignature = nil
            // Showing a certificate proves who one is.
            next.options.tls.certificate = nil
            next.options.tls.key = nil
        }
        visited.insert(Self.key(request))
        guard !visited.contains(Self.key(next)) else { return .refuse("it leads in a circle, to \(target.text)") }
        followed += 1
        return .follow(next)
    }

    private static func location(of response: HTTPResponse) -> String? {
        switch response.status {
        case 301, 302, 303, 307, 308: response.headers.first("Location")
        default: nil
        }
    }

    /// RFC 9110, 15.4: a POST becomes a GET, for a 303 anything does; 307 and 308 keep all.
    private static func setMethod(of request: inout HTTPRequest, status: Int) {
        let becomesGet =
            switch status {
            case 301, 302: request.method == "POST"
            case 303: request.method != "GET" && request.method != "HEAD"
            default: false
            }
        guard becomesGet else { return }
        request.method = "GET"
        request.body = .none
        request.isIdempotent = true
        request.headers.removeAll { $0.name.lowercased().hasPrefix("content-") }
    }

    private static func key(_ request: HTTPRequest) -> String {
        "\(request.method) \(request.url.prefix { $0 != "#" })"
    }
}
