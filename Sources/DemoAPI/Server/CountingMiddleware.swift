import HTTPTypes
import Hummingbird
import Synchronization

/// Counts requests by method and route, and answers by status.
struct CountingMiddleware: RouterMiddleware {
    let world: World
    /// Whether this is the second origin, where no credentials should ever arrive.
    let isOther: Bool

    private static let credentials: [HTTPField.Name] =
        [.authorization, .cookie]
        + ["X-Api-Key", "DPoP", "X-Amz-Access-Token", "X-Session-Key"].map { .named($0) }

    @concurrent
    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        if isOther {
            let hasCredentials = Self.credentials.contains { request.headers[$0] != nil }
            world.stats.withLock { stats in
                stats.otherRequests += 1
                stats.otherCredentials += hasCredentials ? 1 : 0
            }
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        NonceOffer(world: world).add(to: &response, of: request)
        var route = context.endpointPath ?? "(none)"
        if route.hasSuffix("/openid-configuration") || route.hasPrefix("/.well-known/") {
            // By the issuer asked for, not by the pattern.
            route = request.uri.path
        }
        if route != "/stats", !route.hasPrefix("/admin") {
            world.stats.withLock { stats in
                stats.requests["\(request.method.rawValue) \(route)", default: 0] += 1
                stats.statuses[response.status.code, default: 0] += 1
            }
        }
        return response
    }
}
