import JSON

/// Why an answer of a token endpoint holds no token that can be used.
enum TokenProblem: Error, Sendable {
    /// The server says no, more or less clearly.
    case refusal(ServerError)
    /// The server leads elsewhere.
    case redirect(to: String)
    /// There is nothing in the body.
    case empty
    /// A page for people.
    case webPage(title: String?)
    /// The body cannot be read.
    case notJSON(JSONSyntaxError)
    /// The body is JSON, but no object.
    case notAnObject(JSONKind)
    /// No token where it should stand; the names of the members that there are.
    case noToken(place: String, members: [String])
    /// Something else than a text where the token should stand.
    case tokenIsNoText(place: String, JSONKind)
    /// A token with characters that no header can hold.
    case tokenCannotBeSent
    /// A type that wants more than the token to be sent.
    case unknownType(String)
    /// Scopes that are needed and were not granted; nil for a server that does not say what it granted.
    case scopeMissing([String], granted: [String]?)
}
