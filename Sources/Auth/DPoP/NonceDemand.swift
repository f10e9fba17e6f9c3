import HTTP
import JSON

/// A server that wants its nonce in the proof, RFC 9449 sections 8 and 9.
enum NonceDemand {
    static let code = "use_dpop_nonce"

    /// Whether an answer asks for the nonce that it brings along.
    static func isMade(by response: HTTPResponse) -> Bool {
        guard DPoPNonces.nonce(of: response) != nil else { return false }
        switch response.status {
        case 400: return isInBody(response)
        case 401: return BearerChallenge.hasError(code, in: response) || isInBody(response)
        default: return false
        }
    }

    private static func isInBody(_ response: HTTPResponse) -> Bool {
        guard response.body.count <= 64 << 10, let body = try? JSONDocument(response.body) else { return false }
        return body.root["error"]?.isString(code) == true
    }
}
