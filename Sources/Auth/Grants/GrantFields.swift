/// What a grant hands in with one request.
struct GrantFields: Sendable {
    /// The fields of the form, without `grant_type`.
    var fields: [FormField] = []
    /// The assertion among the fields, if it was signed here.
    var assertion: SignedJWT?
}
