/// Why a request could not be authorized, in the terms of the one that authorizes.
public struct AuthorizationFailure: Error, Sendable {
    /// The reason.
    public let reason: any Error & Sendable

    /// Wraps a reason.
    public init(_ reason: any Error & Sendable) {
        self.reason = reason
    }
}
