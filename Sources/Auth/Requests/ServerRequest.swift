import HTTP
import JobFile

/// The head of a request to an authorization server; what proves the client is added to each attempt.
enum ServerRequest {
    /// A form that is posted, without its fields.
    static func form(
        to url: String, headers extra: [OAuthSource.Parameter] = [], options: TransferOptions
    ) -> HTTPRequest {
        var headers = HTTPHeaders()
        for header in extra { headers.add(HTTPHeader(header.name, header.value)) }
        if !headers.contains("Accept") { headers.add("Accept", "application/json") }
        headers.set(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
        return HTTPRequest(method: "POST", url: url, headers: headers, options: options, isIdempotent: true)
    }
}
