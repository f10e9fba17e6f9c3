import HTTP

/// An entry of `hosts`: an origin, a host with or without a port, or `*.` and a host for all below it.
enum HostPattern: Sendable, Hashable {
    case origin(Origin)
    case host(String, port: Int?)
    /// The hosts that end with this text, which begins with a dot.
    case below(String)

    /// Nil for an entry that can match nothing.
    init?(_ entry: String) {
        if entry.contains("://") {
            guard let origin = Origin(entry) else { return nil }
            self = .origin(origin)
        } else if entry.hasPrefix("*.") {
            guard entry.utf8.count > 2 else { return nil }
            self = .below(String(entry.dropFirst()).lowercased())
        } else {
            // Read as a URL, the host gets the same spelling as those that it is compared with.
            guard let url = HTTPURL("https://\(entry)") else { return nil }
            self = .host(url.host, port: entry.hasSuffix(":\(url.port)") ? url.port : nil)
        }
    }

    func matches(_ url: HTTPURL) -> Bool {
        switch self {
        case .origin(let origin): url.origin == origin
        case .host(let host, let port): url.host == host && (port == nil || url.port == port)
        case .below(let ending): url.host.hasSuffix(ending)
        }
    }
}
