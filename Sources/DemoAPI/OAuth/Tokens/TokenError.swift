import HTTPTypes
import Hummingbird

/// A refusal of the token endpoint, as RFC 6749 5.2 lays it down.
struct TokenError: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    let code: String
    let description: String
    var headers: HTTPFields
    /// How it is said; servers differ.
    var style: OAuthClient.ErrorStyle

    init(
        _ status: HTTPResponse.Status, _ code: String, _ description: String, headers: HTTPFields = [:],
        style: OAuthClient.ErrorStyle = .json401
    ) {
        self.status = status
        self.code = code
        self.description = description
        self.headers = headers
        self.style = style
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        response
    }

    /// The answer.
    var response: Response {
        switch style {
        case .empty403: return .empty(.forbidden, headers: headers)
        case .html:
            return .text(
                "<!DOCTYPE html><html><head><title>Access denied</title></head><body>Access denied</body></html>",
                type: "text/html; charset=utf-8", status: .forbidden, headers: headers)
        case .json401, .json400:
            let body = JSONText.object([
                ("error", .string(code)), ("error_description", .string(description)),
                ("error_uri", .string("https://docs.example.com/errors#" + code)),
            ])
            return .json(body, status: style == .json400 ? .badRequest : status, headers: headers)
        }
    }
}
