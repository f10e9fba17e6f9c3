public import Diagnostics

/// Where a token endpoint is.
public indirect enum TokenEndpointPlace: Sendable {
    /// At this URL.
    case url(Located<String>)
    /// Where the metadata of this issuer says, RFC 8414 or OpenID Connect Discovery.
    case issuer(Located<String>)

    /// The URL or the issuer as written.
    public var written: Located<String> {
        switch self {
        case .url(let text), .issuer(let text): text
        }
    }
}
