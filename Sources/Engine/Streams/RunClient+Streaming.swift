import HTTP
import JobFile

extension RunClient {
    /// Sends a request of a call and puts the body of a good answer aside for a reader.
    ///
    /// - Throws: when no whole answer came, or the body could not be put aside.
    func stream(_ request: HTTPRequest, for call: Call, into spool: TransferSpool) async throws(RunFailure) -> Answer {
        do throws(ExchangeError) {
            return try await exchange(request, for: call, to: .writer(spool, limit: call.transport.maxResponse))
        } catch {
            if let failure = spool.failure { throw StreamFailures(call: call).broken(failure) }
            throw failure(error, for: call)
        }
    }
}
