import HTTPTypes
import Hummingbird

/// A refusal of the token endpoint, as RFC 6749 5.2 lays it down.
struct TokenError: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    let code: String
    let description: String
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ code: String, _ description: String, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.description = description
        self.headers = headers
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let body = JSONText.object([
            ("error", .string(code)), ("error_description", .string(description)),
            ("error_uri", .string("https://docs.example.com/errors#" + code)),
        ])
        return .json(body, status: status, headers: headers)
    }
}
