import HTTPTypes
import Hummingbird
import Synchronization

/// Gives out new nonces with the API's good answers too (RFC 9449 8.2), to the clients that need them.
struct NonceMiddleware: RouterMiddleware {
    let world: World

    @concurrent
    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let header = request.headers[.authorization]
        guard let header, header.hasPrefix("DPoP ") else { return try await next(request, context) }
        var response = try await next(request, context)
        if let grant = world.tokens.withLock({ $0.grant(of: String(header.dropFirst(5))) }),
            world.clients.withLock({ $0[grant.client] })?.needsNonce == true,
            let nonce = world.nextNonce(after: request)
        {
            response.headers[.named("DPoP-Nonce")] = nonce
        }
        return response
    }
}
