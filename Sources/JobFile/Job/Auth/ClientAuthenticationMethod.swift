/// How a client proves to the token endpoint who it is, by the names of RFC 7591 section 2 and RFC 8705.
public enum ClientAuthenticationMethod: String, Sendable, Hashable, CaseIterable {
    /// Id and secret in the form.
    case clientSecretPost = "client_secret_post"
    /// Id and secret as HTTP Basic.
    case clientSecretBasic = "client_secret_basic"
    /// A JWT that is signed with the secret.
    case clientSecretJWT = "client_secret_jwt"
    /// A JWT that is signed with a private key, or a ready one from a file.
    case privateKeyJWT = "private_key_jwt"
    /// The certificate that the connection shows, from an authority or self-signed.
    case tlsClientAuth = "tls_client_auth"
    /// Only the id, in the form.
    case none
}
