import Diagnostics
import HTTP
import JobFile
import Sinks

/// Asks for an answer only if it has changed since the last run: `conditional`.
struct ConditionalRequest: Sendable {
    let call: Call
    let memory: any CallMemory
    let id: MemoryID
    /// What the request and the call are, as a hash: with another request, or another use of the answer, the earlier
    /// output is not what this one would bring.
    private var request = ""

    /// Nil for a call that is not conditional.
    init?(_ call: Call, key: String, memory: any CallMemory) {
        guard call.isConditional else { return nil }
        (self.call, self.memory) = (call, memory)
        id = MemoryID(call: call.name, key: key)
    }

    /// Adds the validators of the last run, if its output is still there.
    mutating func prepare(_ request: inout HTTPRequest, for outputs: OpenOutputs) async throws(RunFailure) {
        guard request.method == "GET" || request.method == "HEAD" else { return }
        var hash = RequestHash()
        hash.add(call.span.text)
        // Neither method has a body as a rule, and one in a file that cannot be read is reported where it is sent.
        try? hash.add(request)
        self.request = hash.text
        guard outputs.areThere, let validators = try await memory.validators(of: id),
            validators.request == self.request
        else { return }
        if let entityTag = validators.entityTag { request.headers.set(HTTPHeader("If-None-Match", entityTag)) }
        if let date = validators.lastModified { request.headers.set(HTTPHeader("If-Modified-Since", date)) }
    }

    /// Whether an answer says that nothing has changed; a rule about it decides before.
    func isUnchanged(_ answer: Answer, to request: HTTPRequest) -> Bool {
        answer.response.status == 304 && answer.rule == nil
            && (request.headers.contains("If-None-Match") || request.headers.contains("If-Modified-Since"))
    }

    /// Notes the validators of an answer that was used.
    func note(_ answer: Answer) async throws(RunFailure) {
        guard !request.isEmpty, [nil, .ok].contains(answer.rule?.action) else { return }
        try await memory.note(Validators(answer.response, request: request), of: id)
    }
}

extension OpenOutputs {
    /// Whether every file that is replaced as a whole is there from an earlier run.
    fileprivate var areThere: Bool {
        let replaced = sinks.compactMap { sink -> String? in
            guard sink.mode == .replace, case .file(let path) = sink.target else { return nil }
            return path
        }
        return (replaced + [downloadPath].compactMap(\.self)).allSatisfy(FilePath.isThere)
    }
}
