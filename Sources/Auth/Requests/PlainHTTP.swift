import HTTP
import JobFile

/// Says where secrets may go without TLS.
enum PlainHTTP {
    /// Whether nobody on the way to a URL can read what is sent, or the job does not mind.
    static func isAllowed(_ url: String, _ oauth: OAuthSource) -> Bool {
        guard let url = HTTPURL(url), url.scheme == "http" else { return true }
        return url.isLoopback || oauth.transport.unixSocket != nil || oauth.allowHTTP
    }
}
