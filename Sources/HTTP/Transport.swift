/// Sends requests, each once.
public protocol Transport: Sendable {
    /// Sends a request and waits for the whole answer; a redirect is an answer like any other.
    ///
    /// - Throws: why no whole answer came. An error status is an answer.
    func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse
}
