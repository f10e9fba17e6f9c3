import HTTPTypes
import Hummingbird
import Synchronization

/// Counts requests by method and route, and answers by status.
struct CountingMiddleware: RouterMiddleware {
    let world: World
    /// Whether this is the second origin, where no credentials should ever arrive.
    let isOther: Bool

    @concurrent
    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        if isOther {
            let hasCredentials =
                request.headers[.authorization] != nil || request.headers[.cookie] != nil
                || request.headers[.named("X-Api-Key")] != nil
            world.stats.withLock { stats in
                stats.otherRequests += 1
                stats.otherCredentials += hasCredentials ? 1 : 0
            }
        }
        let response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        let route = context.endpointPath ?? "(none)"
        if route != "/stats", !route.hasPrefix("/admin") {
            world.stats.withLock { stats in
                stats.requests["\(request.method.rawValue) \(route)", default: 0] += 1
                stats.statuses[response.status.code, default: 0] += 1
            }
        }
        return response
    }
}
