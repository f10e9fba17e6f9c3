/// Which proxy requests go through; one to this machine goes through none.
public enum ProxyChoice: Sendable, Hashable {
    /// What `http_proxy`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say, as with curl.
    case environment
    /// No proxy.
    case none
    /// The proxy of this URL.
    case url(String)

    /// The choice for a setting: nil for the environment's, empty text for none, otherwise a URL.
    public init(_ setting: String?) {
        switch setting {
        case nil: self = .environment
        case "": self = .none
        case let url?: self = .url(url)
        }
    }
}
