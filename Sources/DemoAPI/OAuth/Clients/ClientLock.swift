import HTTPTypes
import Synchronization

/// Locks clients out after wrong authentications and tells them to wait.
struct ClientLock {
    let world: World

    /// Throws: the refusal, when a client is locked out or has to wait.
    func check(_ client: OAuthClient) throws(TokenError) {
        let now = world.clock.now
        let record = world.clients.withLock { $0.record(of: client.id) }
        if let limit = client.lockoutAfter {
            guard record.failures >= limit else { return }
            guard let seconds = client.retryAfter else {
                throw TokenError(
                    .unauthorized, "invalid_client", "the client is locked after \(limit) wrong authentications",
                    style: client.errorStyle)
            }
            let until = record.waitsUntil ?? now + Double(seconds)
            if now < until { throw Self.wait(until - now) }
            world.clients.withLock {
                $0.note(client.id) { ($0.failures, $0.waitsUntil) = (0, nil) }
            }
        } else if let seconds = client.retryAfter {
            let until = record.waitsUntil ?? now + Double(seconds)
            world.clients.withLock { $0.note(client.id) { $0.waitsUntil = until } }
            if now < until { throw Self.wait(until - now) }
        }
    }

    /// Notes a wrong authentication, or a right one.
    func note(_ client: OAuthClient, isRight: Bool) {
        let until = world.clock.now + Double(client.retryAfter ?? 0)
        world.clients.withLock {
            $0.note(client.id) { record in
                record.failures = isRight ? 0 : record.failures + 1
                if let limit = client.lockoutAfter, record.failures >= limit, client.retryAfter != nil {
                    record.waitsUntil = until
                }
            }
        }
    }

    private static func wait(_ seconds: Double) -> TokenError {
        TokenError(
            .tooManyRequests, "slow_down", "too many requests, wait",
            headers: HTTPFields(named: ["Retry-After": String(Int(seconds.rounded(.up)))]))
    }
}
