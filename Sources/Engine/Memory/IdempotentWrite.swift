import Diagnostics
import HTTP
import JobFile

/// Sends a write with a key by which the API knows it again: `idempotency_key`.
///
/// The key is written down before the first send, and stays the same for all attempts and for the runs to come until the
/// write is confirmed. Then it is forgotten, so that the same request is a new write the next time.
struct IdempotentWrite: Sendable {
    let call: Call
    let job: String
    let setting: IdempotencyKey
    let memory: any CallMemory
    /// What names the item of the call's loop.
    let key: String
    /// The time, in seconds since 1970.
    let now: @Sendable () -> Double
    private var id = MemoryID(call: "", key: "")

    /// Nil for a call without such a key.
    init?(_ call: Call, key: String, context: RunContext) {
        guard let setting = call.idempotencyKey else { return nil }
        (self.call, self.setting, self.key) = (call, setting, key)
        (job, memory) = (context.job.name, context.memory)
        let clock = context.client.clock
        now = { clock.wallClock() }
    }

    /// Adds the key to a request, which may be sent again with it.
    ///
    /// - Throws: that an earlier run sent it so long ago that the API may have forgotten the key.
    mutating func prepare(_ request: inout HTTPRequest) async throws(RunFailure) {
        let name = try hash(of: request).text
        id = MemoryID(call: call.name, key: key, name: name)
        let pending: PendingKey
        if let known = try await memory.pendingKey(of: id) {
            guard .seconds(now()) - .seconds(known.createdAt) <= setting.within else { throw expired(known) }
            pending = known
        } else {
            pending = try newKey(for: name)
            try await memory.keep(pending, of: id)
        }
        request.headers.set(HTTPHeader(setting.header, pending.key))
        request.isIdempotent = true
    }

    /// The answer was a good one.
    func confirm() async throws(RunFailure) {
        try await memory.confirm(id)
    }

    /// The answer was not a good one: where it says that nothing was done, the key is not needed any more.
    func note(_ answer: Answer) async throws(RunFailure) {
        switch answer.response.status {
        // It may be under way, or have been one too many for now.
        case 408, 409, 425, 429: return
        case 400...499: try await memory.forget(id)
        default: return
        }
    }

    private func hash(of request: HTTPRequest) throws(RunFailure) -> RequestHash {
        var hash = RequestHash()
        for text in [job, call.name, key] { hash.add(text) }
        do throws(FileReader.Failure) {
            try hash.add(request)
        } catch {
            throw RunFailure(
                .callFailed,
                Diagnostic(
                    code: .transferFailed, severity: .error, title: "a file of the body cannot be read",
                    span: call.keySpans["body_file"] ?? call.span, label: TerminalText.escape(error.message)))
        }
        return hash
    }

    /// A key that no other write has had: the same request may be a new write another day.
    private func newKey(for name: String) throws(RunFailure) -> PendingKey {
        let createdAt = Int(now())
        var hash = RequestHash()
        hash.add(name)
        hash.add("\(createdAt) \(UInt64.random(in: .min ... .max))")
        return PendingKey(key: String(hash.text.prefix(32)), createdAt: createdAt)
    }

    private func expired(_ known: PendingKey) -> RunFailure {
        let age = Duration.seconds(Int(now()) - known.createdAt)
        return RunFailure(
            .callFailed,
            Diagnostic(
                code: .keyExpired, severity: .error,
                title: "an earlier run sent this request and did not learn whether it was done", span: setting.span,
                label:
                    "that was \(age.formattedSeconds) ago, and the key is good for \(setting.within.formattedSeconds)",
                notes: [
                    "look whether it was done; then forget it: errand state reset \(job) \(call.name)",
                    "if the API remembers keys for longer, raise within",
                ]))
    }
}
