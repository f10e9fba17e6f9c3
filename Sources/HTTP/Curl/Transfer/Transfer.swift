import CCurl

/// One request on its way.
///
/// Unchecked: the task that makes it hands it over and keeps nothing; from then on only the worker's thread, where
/// libcurl's callbacks run too, touches it.
final class Transfer: @unchecked Sendable {
    let id: Int
    let plan: TransferPlan
    private let continuation: CheckedContinuation<Result<HTTPResponse, TransferError>, Never>

    private var link: TransferLink?
    private var head = ResponseHead()
    private var body: BodyCollector
    /// How much of the upload has been read.
    private var uploaded = 0
    /// What went wrong in a callback, which libcurl only knows as "failed".
    private var failure: (kind: TransferError.Kind, message: String)?
    /// The rest of the body is of no interest.
    private var hasEnough = false
    private var activity = TransferActivity()

    init(_ plan: TransferPlan, id: Int, _ continuation: CheckedContinuation<Result<HTTPResponse, TransferError>, Never>)
    {
        self.plan = plan
        self.id = id
        self.continuation = continuation
        body = BodyCollector(plan.destination)
    }

    /// Makes ready for libcurl; nil when that is not possible, and then the transfer has ended.
    func open(at now: ContinuousClock.Instant) -> UnsafeMutableRawPointer? {
        do throws(TransferError) {
            let link = try TransferLink(plan, context: Unmanaged.passUnretained(self).toOpaque())
            activity.begin(at: now)
            self.link = link
            return link.handle
        } catch {
            continuation.resume(returning: .failure(error))
            return nil
        }
    }

    /// Ends the transfer as cancelled.
    func cancel() {
        end(.failure(error(.cancelled, "the request was cancelled")))
    }

    /// Ends the transfer because libcurl cannot do anything.
    func fail(_ problem: String) {
        end(.failure(TransferError(.other, message: "libcurl cannot be used: \(problem)", isNothingSent: true)))
    }

    /// Ends the transfer because nothing came or went for too long.
    func endAsIdle() {
        let time = plan.request.options.idleTimeout.plainText
        end(.failure(error(.idle, "no byte came or went for \(time)")))
    }

    /// Ends the transfer when libcurl is done with it.
    func finish(_ code: CURLcode) {
        if let failure { return end(.failure(error(failure.kind, failure.message))) }
        guard code == CURLE_OK || hasEnough else {
            let explanation = CurlExplanation(code, plan: plan, facts: facts)
            return end(.failure(error(explanation.kind, explanation.message)))
        }
        // libcurl takes a head that breaks off for a whole one.
        guard head.isComplete else {
            return end(.failure(error(.closed, "the connection was closed within the head of the answer")))
        }
        if case .failed(let kind, let message) = body.end(of: head) {
            return end(.failure(error(kind, message)))
        }
        end(
            .success(
                HTTPResponse(
                    status: head.status, headers: head.headers, body: body.takeBytes(), bodyLength: body.length,
                    url: plan.request.url, timing: HTTPResponse.Timing(total: link?.facts.total ?? .zero),
                    version: head.version)))
    }

    /// When the transfer has been silent for too long, as far as is known now.
    func idleDeadline(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        activity.deadline(plan.request.options.idleTimeout, at: now, sent: link?.bytesSent ?? 0)
    }

    private var facts: TransferFacts {
        var facts = link?.facts ?? TransferFacts()
        facts.hasHead = head.isComplete
        facts.hasAnyAnswer = head.byteCount > 0
        return facts
    }

    private func error(_ kind: TransferError.Kind, _ message: String) -> TransferError {
        TransferError(
            kind, message: message, host: plan.url.origin.authority,
            isNothingSent: facts.isNothingSent(kind))
    }

    private func end(_ result: Result<HTTPResponse, TransferError>) {
        link = nil
        continuation.resume(returning: result)
    }
}

/// What libcurl calls.
extension Transfer {
    /// Takes a line of the head; false ends the transfer.
    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        activity.note()
        guard head.receive(line) else {
            failure = (.headersTooLarge, "the head of the answer is larger than \(ByteCount.text(ResponseHead.limit))")
            return false
        }
        guard !head.hasTwoLengths else {
            failure = (.protocolError, "the answer says two different lengths of its body")
            return false
        }
        return true
    }

    /// Takes a part of the body; false ends the transfer.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        activity.note()
        switch body.append(bytes, of: head) {
        case .taken: return true
        case .enough: hasEnough = true
        case .failed(let kind, let message): failure = (kind, message)
        }
        return false
    }

    /// Hands over the next part of what is sent; nil ends the transfer.
    func readUpload(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        activity.note()
        guard let upload = plan.upload else { return 0 }
        guard let count = upload.read(into: buffer, at: uploaded) else {
            failure = (.localFile, "the file became shorter or unreadable while it was sent")
            return nil
        }
        uploaded += count
        return count
    }

    /// Goes to a place in what is sent; false when it must not be sent again.
    func seekUpload(to offset: Int) -> Bool {
        guard !plan.isSentOnce || offset == uploaded else { return false }
        uploaded = offset
        return true
    }
}
