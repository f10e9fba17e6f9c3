/// The types of token that can be sent as they are, RFC 6749 section 7.1.
enum TokenType {
    /// The scheme of RFC 6750, in its usual spelling: some APIs take no other.
    static let bearer = "Bearer"

    /// The scheme to send a token of this type with; nil for a type that wants more than its token to be sent.
    static func scheme(of type: String?) -> String? {
        guard let type, !type.isEmpty else { return bearer }
        return type.lowercased() == bearer.lowercased() ? bearer : nil
    }
}
