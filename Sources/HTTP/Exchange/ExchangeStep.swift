/// What an exchange does next.
enum ExchangeStep: Sendable {
    /// It ends with what came.
    case finish
    /// It asks for another credential, and how it goes on depends on whether there is one.
    case renew(isForced: Bool)
    /// It goes on elsewhere.
    case redirect(HTTPRequest)
    /// It sends the request again after a wait of its own; the number counts from 1.
    case retry(Int, reason: String)
    /// It sends the request again when the host's pause is over, which costs no attempt.
    case resend(after: Duration)
    /// It ends without an answer.
    case fail(ExchangeError.Kind)
}
