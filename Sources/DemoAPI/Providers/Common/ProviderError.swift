import HTTPTypes
import Hummingbird

/// A refusal in a provider's own words.
struct ProviderError: Error, HTTPResponseError, CustomStringConvertible {
    let status: HTTPResponse.Status
    let body: JSONText
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ body: JSONText, headers: HTTPFields = [:]) {
        (self.status, self.body, self.headers) = (status, body, headers)
    }

    /// A refusal as RFC 6749 5.2 lays it down, with nothing more.
    init(_ status: HTTPResponse.Status, _ code: String, _ description: String, headers: HTTPFields = [:]) {
        self.init(
            status, ["error": .string(code), "error_description": .string(description)], headers: headers)
    }

    var description: String { body.text }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        .json(body, status: status, headers: headers)
    }
}
