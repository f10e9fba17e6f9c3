import Secrets

/// What a client shows in one request to prove who it is.
struct AuthenticationParts: Sendable {
    /// The fields of the form.
    var fields: [FormField] = []
    /// What stands after `Basic` in the header.
    var basic: Secret?
    /// The assertion among the fields, if it was signed here.
    var assertion: SignedJWT?
}
