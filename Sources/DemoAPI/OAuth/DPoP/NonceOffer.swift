import HTTPTypes
import Hummingbird
import Synchronization

/// Gives out new nonces with the API's good answers too (RFC 9449 8.2), to the clients that need them.
///
/// No middleware of its own: each one costs every request something, and next to none brings a proof.
struct NonceOffer {
    let world: World

    /// Adds the nonce to the answer, if the request brought a bound token and an older nonce.
    func add(to response: inout Response, of request: Request) {
        guard let header = request.headers[.authorization], header.hasPrefix("DPoP "),
            let grant = world.tokens.withLock({ $0.grant(of: String(header.dropFirst(5))) }),
            world.clients.withLock({ $0[grant.client] })?.needsNonce == true,
            let nonce = world.nextNonce(after: request)
        else { return }
        response.headers[.named("DPoP-Nonce")] = nonce
    }
}
