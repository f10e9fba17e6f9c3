import Diagnostics
import Foundation
import HTTP
import JSON
import JobFile
import Secrets
import Synchronization

@testable import Auth

/// A folder for tokens, and the caches of runs that use it.
final class CacheFixture: Sendable {
    let base: String
    let clock: any HTTPClock
    let redactor = Redactor()
    private let warnings = Mutex<[String]>([])
    let fixture: Fixture

    /// What the user was told.
    var said: [String] { warnings.withLock { $0 } }

    /// Where the tokens are.
    var folder: String { base + "/cache/tokens" }

    init(clock: any HTTPClock = ManualClock(), _ change: (inout Fixture) -> Void = { _ in }) {
        base = FileManager.default.temporaryDirectory.path + "/errand-auth-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
        self.clock = clock
        var fixture = Fixture()
        fixture.oauth.handling.cache = .disk
        change(&fixture)
        self.fixture = fixture
    }

    deinit {
        try? FileManager.default.removeItem(atPath: base)
    }

    func context(insists: Bool = false, folder: String? = nil) -> SourceContext {
        SourceContext(
            transport: ScriptedTransport(Answers.token("t")), limits: RunLimits(clock: clock), clock: clock,
            redactor: redactor, cacheFolder: folder ?? self.folder,
            makeRequest: { _ throws(TokenFailure) in Fixture.request() }, insists: insists,
            warn: { [weak self] _, text in self?.warnings.withLock { $0.append(text) } })
    }

    /// The cache of a run of its own.
    func cache(insists: Bool = false, _ change: (inout OAuthSource) -> Void = { _ in }) throws -> TokenCache {
        try cache(source(change), insists: insists)
    }

    func cache(_ source: TokenSourceConfiguration, insists: Bool = false) throws -> TokenCache {
        guard let cache = TokenCache(source, context: context(insists: insists)) else { throw NoCache() }
        return cache
    }

    func source(_ change: (inout OAuthSource) -> Void = { _ in }) -> TokenSourceConfiguration {
        var fixture = fixture
        change(&fixture.oauth)
        return fixture.source
    }

    func held(_ token: String, life: Double? = 3600, margin: Duration? = nil, members: String = "{}") -> HeldToken {
        let life = TokenLife(from: Moment(now: clock), seconds: life, margin: margin)
        return HeldToken(
            credential: Credential(
                Token(
                    value: Secret(token), header: "Authorization", scheme: "Bearer", expiresAt: life.end,
                    scope: ["read"], members: (try? .init(parsing: Array(members.utf8))) ?? .null)),
            life: life)
    }

    func refusal(_ code: String = "invalid_client", isLasting: Bool = true, retryAfter: Duration? = nil) -> TokenFailure
    {
        let diagnostic = Diagnostic(
            code: .tokenRefused, title: "\(Fixture.tokenURL) answered 401: \(code)", notes: ["error: \(code)"])
        return TokenFailure(.refused, diagnostic, isLasting: isLasting, retryAfter: retryAfter)
    }

    /// The names of the files with this ending.
    func names(_ suffix: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(suffix) }.sorted()
    }

    func path(_ suffix: String) -> String { names(suffix).first.map { "\(folder)/\($0)" } ?? "" }

    func text(_ suffix: String) -> String { (try? String(contentsOfFile: path(suffix), encoding: .utf8)) ?? "" }

    static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    struct NoCache: Error {}
}

/// What a cache gave, in a word.
func named(_ outcome: TokenSource.Outcome) -> String {
    switch outcome {
    case .success(let held): held.credential.token.value.reveal()
    case .failure(let failure): "\(failure.kind)"
    }
}

/// Counts how often a server is asked.
final class Asked: Sendable {
    private let number = Mutex(0)

    var count: Int { number.withLock { $0 } }

    func next() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}

/// Takes down texts in the order in which they come.
final class Noted: Sendable {
    private let texts = Mutex<[String]>([])

    var all: [String] { texts.withLock { $0 } }

    func note(_ text: String) { texts.withLock { $0.append(text) } }
}
