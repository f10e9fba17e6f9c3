/// What must not go over plain http.
enum PlainHTTP: String {
    case clientSecret = "the client's secret"
    case token = "the token"
    case callCredentials = "the call's credentials"

    /// The title of a diagnostic.
    var title: String { "\(rawValue) would go over plain http" }

    /// What to do.
    static let advice = "use https, or say options: {allow_http: true}"
}

extension WebAddress {
    /// Whether others on the way can read what is sent there.
    var isExposed: Bool { scheme == "http" && !isLoopback }
}
