import HTTP

/// Why a token was not revoked.
enum RevocationProblem: Sendable {
    /// Neither the job nor the metadata says where.
    case nowhere
    /// The URL cannot be called, or everybody on the way could read what is sent there.
    case unsafe(url: String)
    /// The server's metadata could not be got.
    case noServer(TokenFailure)
    /// No answer came.
    case unanswered(ExchangeError)
    /// The server answered something else than that it did.
    case refused(HTTPResponse)
}
