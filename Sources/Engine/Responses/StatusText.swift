import JobFile

/// What status codes are called, and what to try.
enum StatusText {
    /// The reason phrase of RFC 9110, and of the registry for the usual others.
    static func reason(_ status: Int) -> String? {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 425: "Too Early"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: nil
        }
    }

    /// What to try after a status that ended a call.
    static func advice(_ status: Int, call: Call) -> String? {
        switch status {
        case 401 where call.authorization == .none: "the call has no auth; give it one, or a top-level auth"
        case 401: "the API does not accept the token; is it for this API (audience, scope)?"
        case 403: "the token was accepted but may not do this; a scope may be missing"
        case 404: "if this may happen, a rule can skip it: rules: [{status: 404, do: skip}]"
        case 405: "the API knows the URL, but not with \(call.request.method)"
        case 301, 302, 303, 307, 308: "redirects were not followed to the end"
        case 500... where !call.isIdempotent:
            "a \(call.request.method) is sent once; if it may be sent again, say idempotent: true"
        case 429, 500, 502, 503, 504: "every attempt was answered like this"
        default: nil
        }
    }
}
