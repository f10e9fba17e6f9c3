/// A URL as far as checking a job needs to look into it.
struct WebAddress: Sendable, Hashable {
    /// `http` or `https`.
    let scheme: String
    /// The host in lower case, an IPv6 address in brackets.
    let host: String
    /// The port, when it is written and not the scheme's own.
    let port: Int?

    /// Reads an absolute URL.
    ///
    /// - Throws: what is wrong with it.
    init(_ text: String) throws(ValueProblem) {
        if text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            throw ValueProblem("a URL cannot hold spaces or control characters", hint: "write %20 for a space")
        }
        guard let mark = text.firstRange(of: "://") else {
            throw ValueProblem("this is not a URL", hint: "it begins with https:// or http://")
        }
        scheme = text[..<mark.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw ValueProblem("only http and https can be called", hint: "this is '\(scheme)'")
        }
        let authority = text[mark.upperBound...].prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else {
            throw ValueProblem("a user name in a URL is not sent", hint: "use auth with type: basic")
        }
        (host, port) = try Self.hostAndPort(of: authority, scheme: scheme)
    }

    private static func hostAndPort(
        of authority: Substring, scheme: String
    ) throws(ValueProblem) -> (String, Int?) {
        var host = authority
        var port: Substring?
        let bracket = authority.lastIndex(of: "]")
        if let colon = authority.lastIndex(of: ":"), bracket.map({ $0 < colon }) ?? true {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        guard !host.isEmpty else { throw ValueProblem("the URL has no host") }
        guard bracket != nil || !host.contains(":") else { throw ValueProblem("the URL's host is not one") }
        guard let port else { return (host.lowercased(), nil) }
        guard let number = Int(port), (1...65_535).contains(number), port.allSatisfy(\.isNumber) else {
            throw ValueProblem("'\(port)' is not a port")
        }
        return (host.lowercased(), number == (scheme == "https" ? 443 : 80) ? nil : number)
    }

    /// Scheme, host and port: `https://api.example.com`.
    var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

    /// Whether the beginning of a URL reaches beyond its host and port.
    static func hasWholeAuthority(_ beginning: String) -> Bool {
        guard let mark = beginning.firstRange(of: "://") else { return false }
        return beginning[mark.upperBound...].contains { "/?#".contains($0) }
    }

    /// Whether the host is this machine.
    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || Self.isLoopbackIPv4(host)
    }

    private static func isLoopbackIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in Int(part).map { (0...255).contains($0) } ?? false }
    }
}

extension ScalarReader where Value == String {
    /// An absolute URL.
    static let url = ScalarReader(.url, code: .badAddress) { text throws(ValueProblem) in
        _ = try WebAddress(text)
        return text
    }

    /// A proxy's URL, or nothing for none.
    static let proxy = ScalarReader(.url, code: .badAddress) { text throws(ValueProblem) in
        guard !text.isEmpty else { return text }
        let schemes = ["http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://"]
        guard schemes.contains(where: text.lowercased().hasPrefix) else {
            throw ValueProblem("this is not a proxy", hint: "such as http://proxy.example.com:3128")
        }
        return text
    }
}
