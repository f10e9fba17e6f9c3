/// Which credentials a call is sent with: `auth`.
public enum CallAuthorization: Sendable, Hashable {
    /// None.
    case none
    /// Those of the token source of this name.
    case source(String)
}
