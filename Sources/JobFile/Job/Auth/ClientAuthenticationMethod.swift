/// How a client proves to the token endpoint who it is, by the names of RFC 7591 section 2.
public enum ClientAuthenticationMethod: String, Sendable, Hashable, CaseIterable {
    /// Id and secret in the form.
    case clientSecretPost = "client_secret_post"
    /// Id and secret as HTTP Basic.
    case clientSecretBasic = "client_secret_basic"
    /// Only the id, in the form.
    case none
}
