import Diagnostics
import HTTP
import JSON
import JSONPath
import JobFile

/// Sends the request of a call again and again, until an answer says that what it is about is done.
struct Polling: Sendable {
    private let poll: Poll
    private let call: Call
    private let context: RunContext
    private let progress: CallProgress

    init(_ poll: Poll, of call: Call, context: RunContext, progress: CallProgress) {
        (self.poll, self.call, self.context, self.progress) = (poll, call, context, progress)
    }

    /// Polls.
    ///
    /// Rules decide first: an answer that one of them skips, stops at or refuses is the last one, and so is one whose
    /// status is not a good one.
    ///
    /// - Parameter send: sends the request once, with its retries.
    /// - Returns: the last answer.
    /// - Throws: that it failed, by the job's own word, or did not come to an end in time.
    func run(_ send: () async throws(RunFailure) -> Answer) async throws(RunFailure) -> Answer {
        let began = context.client.clock.now()
        var count = 0
        while true {
            var answer = try await send()
            count += 1
            guard isAboutProgress(answer) else { return answer }
            let body = poll.looksAtBody ? try? JSONDocument(answer.response.body).root : nil
            if let body { try checkFailure(body) }
            if poll.isDone(answer.response.status, body) {
                answer.isAwaited = poll.status != nil
                return answer
            }
            progress.note(answer)
            let left = poll.timeout - (context.client.clock.now() - began)
            let asked = answer.response.retryAfter(wallClock: context.client.clock.wallClock()) ?? .zero
            // The last answer is waited for to the end, but never sooner than the API wants to be asked.
            let wait = max(min(poll.every, left), asked)
            guard left > .zero, wait <= left else {
                throw failures.timeout(answer.response, count: count, asked: asked > left ? asked : nil)
            }
            try await sleep(wait)
        }
    }

    /// Whether an answer says how far things are, as against one that the rules or its status end the call with.
    private func isAboutProgress(_ answer: Answer) -> Bool {
        switch answer.rule?.action {
        case .ok: return true
        case nil:
            let status = answer.response.status
            return (call.expectation.status ?? .success).matches(status) || poll.status?.matches(status) == true
        default: return false
        }
    }

    private func checkFailure(_ body: JSONNode) throws(RunFailure) {
        guard let condition = poll.fail, condition.value.holds(on: body) else { return }
        throw failures.failed(condition, body)
    }

    private func sleep(_ duration: Duration) async throws(RunFailure) {
        do {
            try await context.client.clock.sleep(for: duration)
        } catch {
            throw .cancelled
        }
    }

    private var failures: PollFailures { PollFailures(poll: poll, call: call, redactor: context.redactor) }
}

extension Poll {
    /// Whether the body says how far things are.
    var looksAtBody: Bool { condition != nil || fail != nil }

    /// Whether an answer says that it is done.
    ///
    /// - Parameter body: nil where there is none that is JSON, on which nothing holds.
    func isDone(_ status: Int, _ body: JSONNode?) -> Bool {
        if let pattern = self.status, !pattern.matches(status) { return false }
        guard let condition = condition?.value else { return true }
        return body.map { condition.holds(on: $0) } ?? false
    }
}
