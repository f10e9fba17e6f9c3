import HTTPTypes
import Hummingbird

/// The wrong answers of a token endpoint, chosen by `error` in the token URL's query.
struct TokenFaults {
    let call: TokenCall

    private var query: Query { call.query }

    /// The wrong answer asked for, or nil to go on to the right one.
    func response() async throws -> Response? {
        switch query["error"] {
        case "form":
            return .text(
                "error=invalid_client&error_description=The+client+is+not+known%21",
                type: "application/x-www-form-urlencoded", status: .badRequest)
        case "html":
            return .text(
                "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>",
                type: "text/html", status: .notFound)
        case "html200":
            return .text("<html><body>Please sign in</body></html>", type: "text/html")
        case "empty403": return .empty(.forbidden)
        case "empty200": return .empty(.ok)
        case "ok200":
            return .json(
                .object([
                    ("error", .string("invalid_client")), ("error_description", .string("said with a 200")),
                ]))
        case "array": return .json(.array([.string("access_token")]))
        case "number": return .json(.object([("access_token", .int(42)), ("token_type", .string("Bearer"))]))
        case "invalid_json": return .text("{\"access_token\": \"abc\"", type: "application/json")
        case "redirect":
            return .empty(.found, headers: HTTPFields(named: ["Location": call.origin + "/oauth/token"]))
        case "echo_secret":
            // Some servers repeat what they were sent in their errors.
            let body = String(decoding: call.body, as: UTF8.self)
            let description = "cannot accept \(body) \(call.request.headers[.authorization] ?? "")"
            throw TokenError(.unauthorized, "invalid_client", description)
        case "terminal":
            throw TokenError(.badRequest, "invalid_request", "\u{1b}]0;owned\u{7}\u{1b}[2Jbad\r\nerror: fake line")
        case "invalid_scope": throw TokenError(.badRequest, "invalid_scope", "the scope is not allowed")
        case "unauthorized_client": throw TokenError(.badRequest, "unauthorized_client", "not with this grant")
        case "slow":
            try await Task.sleep(for: .milliseconds(try query.int("delay_ms", default: 2000)))
            return nil
        case "500", "503", "429", "400":
            return try failing(status: Int(query["error"] ?? "") ?? 500)
        default: return nil
        }
    }

    /// Fails the first `fail` times (1; `fail=always` has no end), then lets the request through.
    private func failing(status: Int) throws -> Response? {
        let count = call.world.hit("token " + (query["key"] ?? ""))
        if query["fail"] != "always" {
            guard count <= (try query.int("fail", default: 1)) else { return nil }
        }
        var headers = HTTPFields()
        if status == 429 {
            headers[.retryAfter] = query["after"] ?? "1"
        }
        return .json(
            .object([("error", .string("temporarily_unavailable"))]), status: .init(code: status), headers: headers)
    }
}
