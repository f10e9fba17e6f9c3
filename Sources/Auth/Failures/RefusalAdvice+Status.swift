import Diagnostics
import HTTP

extension RefusalAdvice {
    /// The advice for a server that says nothing that is known.
    static func advice(_ error: ServerError, status response: HTTPResponse, _ sent: SentRequest) -> RefusalAdvice {
        let endpoint = "this token endpoint"
        let isWrong = "the URL is probably wrong"
        switch response.status {
        case 401 where response.headers.all("WWW-Authenticate").contains { $0.lowercased().hasPrefix("bearer") }:
            return RefusalAdvice(
                .tokenURL, isWrong, ["the server asks for a token there: that is an API, not the token endpoint"])
        case 401: return invalidClient(error, response, sent)
        case 403:
            var advice = invalidClient(error, response, sent)
            advice.hints.insert(
                "some servers say no more for a wrong secret; or something in between does not let the request pass",
                at: 0)
            return advice
        case 404, 410: return RefusalAdvice(.tokenURL, isWrong, ["nothing is at this path"])
        case 405: return RefusalAdvice(.tokenURL, isWrong, ["a token endpoint takes POST; this one does not"])
        case 406, 415:
            return RefusalAdvice(
                .tokenURL, isWrong, ["a token endpoint takes a form and gives JSON (RFC 6749); this one does not"])
        case 429: return RefusalAdvice(.tokenURL, endpoint, ["too many token requests, also after waiting"])
        case 500...:
            return RefusalAdvice(.tokenURL, endpoint, ["the server has a problem; every attempt was answered so"])
        default: return RefusalAdvice(.tokenURL, endpoint, ["is this the token endpoint?"])
        }
    }
}
