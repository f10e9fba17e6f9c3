import Synchronization

/// Sends requests with libcurl.
///
/// Each identity (client certificate, proxy, socket, version of HTTP) has connections and a thread of its own, which
/// begin with its first request: libcurl has shared connections between identities that should not have met.
public final class CurlTransport: Transport {
    private let userAgent: String
    private let workers = Mutex<[CurlIdentity: CurlWorker]>([:])

    /// Makes a transport; nothing happens before the first request.
    ///
    /// - Parameter userAgent: how requests say what sends them, unless they say it themselves.
    public init(userAgent: String) {
        self.userAgent = userAgent
    }

    /// Makes ready for a request without settings of its own, while the caller still prepares it.
    ///
    /// Loading libcurl takes some milliseconds. Until it is done a process must not end by `exit`, whose clean-up it would
    /// meet.
    public func warmUp() {
        // What is wrong, the first request says.
        _ = try? worker(for: CurlIdentity(TransferOptions()))
    }

    deinit {
        for worker in workers.withLock({ $0.values.map(\.self) }) { worker.stop() }
    }

    /// Sends a request once.
    ///
    /// - Throws: why no whole answer came; ``TransferError/Kind/cancelled`` soon after the task is cancelled.
    public func send(
        _ request: HTTPRequest, to destination: BodyDestination
    ) async throws(TransferError) -> HTTPResponse {
        let plan = try TransferPlan(request, to: destination, userAgent: userAgent)
        let worker = try worker(for: CurlIdentity(request.options))
        let response = try await worker.run(plan).get()
        guard case .memory(let limit) = destination else { return response }
        return try response.unpacked(limit: limit, host: plan.url.origin.authority)
    }

    /// Ends the threads and all that is under way, and waits for them.
    public func shutDown() async {
        let stopped = workers.withLock { workers in
            defer { workers = [:] }
            return workers.values.map(\.self)
        }
        for worker in stopped { worker.stop() }
        for worker in stopped { await worker.waitForEnd() }
    }

    private func worker(for identity: CurlIdentity) throws(TransferError) -> CurlWorker {
        let worker = workers.withLock { workers -> CurlWorker? in
            if let worker = workers[identity] { return worker }
            let worker = CurlWorker()
            workers[identity] = worker
            return worker
        }
        guard let worker else {
            throw TransferError(.other, message: "there is no thread to be had for the request", isNothingSent: true)
        }
        return worker
    }
}
