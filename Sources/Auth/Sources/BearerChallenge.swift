import HTTP

/// What an API's `WWW-Authenticate` says about a token, RFC 6750 section 3 and RFC 9449 section 7.1.
enum BearerChallenge {
    /// Whether the token is good but allows too little: a new one would not help.
    static func lacksScope(_ response: HTTPResponse) -> Bool {
        hasError("insufficient_scope", in: response)
    }

    /// Whether a challenge has the error of this code.
    static func hasError(_ code: String, in response: HTTPResponse) -> Bool {
        response.headers.all("WWW-Authenticate").contains { challenge in
            challenge.lowercased().filter { !$0.isWhitespace && $0 != "\"" }.contains("error=\(code)")
        }
    }
}
