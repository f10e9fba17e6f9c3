import Diagnostics
import HTTP
import JSON
import Secrets
import Synchronization

/// The sources of a run by their names, also for those that need another one.
final class SourceDirectory: Sendable {
    /// The sources whose tokens are being got, from the outermost on.
    @TaskLocal private static var underWay: [String] = []

    private let bound = Mutex<[String: SourceAuthorizer]>([:])

    /// Adds a source under its name.
    func add(_ authorizer: SourceAuthorizer, named name: String) {
        bound.withLock { $0[name] = authorizer }
    }

    /// The source of a name with its rules; nil when there is none.
    subscript(_ name: String) -> SourceAuthorizer? { bound.withLock { $0[name] } }

    /// The source of a name with its rules, for one that needs it.
    ///
    /// - Throws: when there is none, or its token is what is being got just now.
    func authorizer(named name: String) throws(TokenFailure) -> SourceAuthorizer {
        let (found, names) = bound.withLock { ($0[name], $0.keys.sorted()) }
        guard let found else {
            throw TokenFailure(
                .unusable,
                Diagnostic(
                    code: .tokenAnswerUnusable, title: "there is no token source '\(TerminalText.escape(name))'",
                    notes: ["the job has: \(names.joined(separator: ", "))"]))
        }
        guard !Self.underWay.contains(name) else {
            throw TokenFailure(
                .unusable,
                Diagnostic(
                    code: .sourceInCircle, title: "the token source '\(TerminalText.escape(name))' needs itself",
                    span: found.span, label: "its own token is needed to get it",
                    notes: ["it goes: \((Self.underWay + [name]).joined(separator: " → "))"]))
        }
        return found
    }

    /// The token of a source.
    ///
    /// - Throws: why there is none.
    func token(of name: String) async throws(TokenFailure) -> Token {
        let bound = try authorizer(named: name)
        let credential = try await bound.source.credential()
        guard case .signature = credential.place else { return credential.token }
        throw TokenFailure(
            .unusable,
            Diagnostic(
                code: .sourceWithoutToken, title: "'\(TerminalText.escape(name))' has no token: it signs requests",
                span: bound.span, label: "each request is signed as it is sent"))
    }

    /// The members of a source's token answer.
    ///
    /// - Throws: why there is none.
    func members(of name: String) async throws(TokenFailure) -> JSONValue {
        try await authorizer(named: name).source.members()
    }

    /// Gets the token of a source, so that whoever needs that very token meanwhile is told so and does not wait for ever.
    static func getting(
        _ name: String, _ fetch: @Sendable () async -> Result<HeldToken, TokenFailure>
    ) async -> Result<HeldToken, TokenFailure> {
        await $underWay.withValue(underWay + [name]) { await fetch() }
    }
}
