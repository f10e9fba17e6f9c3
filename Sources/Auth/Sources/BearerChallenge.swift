import HTTP

/// What an API's `WWW-Authenticate` says about a token, RFC 6750 section 3.
enum BearerChallenge {
    /// Whether the token is good but allows too little: a new one would not help.
    static func lacksScope(_ response: HTTPResponse) -> Bool {
        response.headers.all("WWW-Authenticate").contains { challenge in
            challenge.lowercased().filter { !$0.isWhitespace && $0 != "\"" }.contains("error=insufficient_scope")
        }
    }
}
