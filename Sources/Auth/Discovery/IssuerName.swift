import HTTP

/// The name of an issuer: a URL without query and fragment, RFC 8414 section 2.
enum IssuerName {
    private static let placeholder = "{tenantid}"

    /// Whether metadata that names an issuer is that of another one: both are compared as they are written.
    ///
    /// The one exception is Microsoft's metadata for several tenants, whose issuer has `{tenantid}` where the tenant
    /// goes.
    static func matches(_ named: String, _ issuer: String) -> Bool {
        if named == issuer { return true }
        guard let place = named.firstRange(of: placeholder) else { return false }
        let start = named[..<place.lowerBound], end = named[place.upperBound...]
        guard start.hasSuffix("/"), end.isEmpty || end.hasPrefix("/"), issuer.hasPrefix(start), issuer.hasSuffix(end),
            issuer.utf8.count > start.utf8.count + end.utf8.count
        else { return false }
        return !issuer.dropFirst(start.count).dropLast(end.count).contains("/")
    }

    /// Where an issuer's metadata may be: as RFC 8414 section 3.1 says, then as OpenID Connect does.
    static func metadataURLs(of issuer: String) -> [String] {
        var name = Substring(issuer)
        // RFC 8414, 3.1: a slash at the end goes before anything is inserted.
        if name.hasSuffix("/") { name = name.dropLast() }
        guard let scheme = name.firstRange(of: "://") else { return [] }
        let start = name[scheme.upperBound...].firstIndex(of: "/") ?? name.endIndex
        return [
            "\(name[..<start])/.well-known/oauth-authorization-server\(name[start...])",
            "\(name)/.well-known/openid-configuration",
        ]
    }

    /// Why a text is no issuer; nil when it is one.
    static func problem(_ issuer: String) -> String? {
        if let problem = HTTPURL.problem(of: issuer) { return problem }
        return issuer.contains { $0 == "?" || $0 == "#" } ? "an issuer has no query and no fragment" : nil
    }
}
