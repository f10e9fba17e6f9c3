import Diagnostics
import Foundation
import JobFile
import Secrets

@testable import Auth

/// A refresh token in a file, and a server that hands out a new one for each.
final class RefreshTokenFixture: Sendable {
    let cache: CacheFixture
    let path: String

    init(_ content: String = "old\n", cache: CacheFixture = CacheFixture()) throws {
        self.cache = cache
        path = cache.base + "/refresh-token"
        try write(content)
    }

    func write(_ content: String) throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    }

    var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    /// The names of all files beside it.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: cache.base)) ?? []).sorted() }

    func store(_ other: String? = nil) -> any RefreshTokenStore {
        RefreshTokens.store(.file(place(other ?? path)), of: cache.source(), context: cache.context())
    }

    func place<Value>(_ value: Value) -> Located<Value> { Located(value, at: cache.source().span) }

    /// A token whose answer has this refresh token.
    func answer(_ token: String, refresh: String?) -> TokenSource.Outcome {
        .success(cache.held(token, members: refresh.map { "{\"refresh_token\":\"\($0)\"}" } ?? "{}"))
    }
}

/// What a store did, in a few words.
func said(_ outcome: TokenSource.Outcome) -> String {
    switch outcome {
    case .success(let held): held.credential.token.value.reveal()
    case .failure(let failure): failure.diagnostic.title
    }
}
