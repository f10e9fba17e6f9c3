import HTTP

/// Checks the URLs that metadata names.
enum EndpointURL {
    /// Why a URL is no endpoint; nil when it is one.
    ///
    /// Plain `http` is looked at when something is sent there.
    static func problem(_ url: String) -> String? {
        if url.utf8.count > 2048 { return "it is longer than 2048 bytes" }
        return HTTPURL.problem(of: url)
    }
}
