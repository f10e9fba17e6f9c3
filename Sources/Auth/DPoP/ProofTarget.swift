import HTTP

/// The address that a proof is for, `htu`: the URL without query and fragment (RFC 9449, 4.2).
enum ProofTarget {
    /// Nil for a URL that cannot be called.
    static func htu(of url: String) -> String? {
        guard let parsed = HTTPURL(url), let scheme = parsed.text.firstRange(of: "://") else { return nil }
        let rest = parsed.text[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
        let path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        // As the server sees it: libcurl leaves a default port out.
        return "\(parsed.origin)\(path)"
    }
}
