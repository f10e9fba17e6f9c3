extension ScalarReader where Value == String {
    /// An issuer, RFC 8414 section 2: a URL without a query and a fragment.
    static let issuer = ScalarReader(.url, code: .badAddress) { text throws(ValueProblem) in
        _ = try WebAddress(text)
        guard !text.contains("/.well-known/") else {
            throw ValueProblem("this is where an issuer's metadata is", hint: "write what stands before /.well-known/")
        }
        guard !text.contains(where: { "?#".contains($0) }) else {
            throw ValueProblem("an issuer has no query and no fragment")
        }
        return text
    }
}
