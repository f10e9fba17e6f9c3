import Auth
import HTTP
import JSON
import JobFile
import Secrets
import Synchronization
import Template

/// Makes the requests of calls that token sources get their tokens by.
final class TokenCalls: Sendable {
    /// The credentials have these calls, and must not be kept by them.
    private struct Owner {
        weak var credentials: Credentials?
    }

    private let loaded: LoadedJob
    private let folder: String
    private let redactor: Redactor
    private let owner = Mutex(Owner())

    /// - Parameter folder: what relative paths of bodies start from.
    init(_ loaded: LoadedJob, folder: String, redactor: Redactor) {
        self.loaded = loaded
        self.folder = folder
        self.redactor = redactor
    }

    /// Says where the members of token answers come from.
    func use(_ credentials: Credentials) {
        owner.withLock { $0.credentials = credentials }
    }

    /// The request of a call, whose templates know what is known at load, and other sources' token answers.
    func request(_ call: Call) async throws(TokenFailure) -> HTTPRequest {
        var scope = RunScope(
            values: loaded.job.values, facts: RunFacts(id: "", startedAt: "", date: ""), functions: loaded.functions)
        for name in call.tokenSourcesInTemplates.sorted() { scope.tokenMembers[name] = try await members(of: name) }
        do throws(RunFailure) {
            return try RequestBuilder(call: call, folder: folder, redactor: redactor)
                .request(in: scope, previous: nil)
        } catch {
            throw TokenFailure(.unusable, error.diagnostic)
        }
    }

    private func members(of name: String) async throws(TokenFailure) -> JSONValue {
        guard let credentials = owner.withLock({ $0.credentials }) else { return .object([]) }
        return try await credentials.members(of: name)
    }
}
