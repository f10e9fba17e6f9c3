import Diagnostics
import Foundation
import JobFile
import Secrets
import Testing

@testable import Auth

@Suite("A refresh token of the job's values")
struct FixedRefreshTokenTests {
    private let cache = CacheFixture()

    private func spend(_ answer: TokenSource.Outcome, folder: String? = nil) async -> TokenSource.Outcome {
        var context = cache.context()
        context.cacheFolder = folder
        let place = RefreshTokenPlace.value(Located(Secret("0ld-refresh-token"), at: cache.source().span))
        return await RefreshTokens.store(place, of: cache.source(), context: context).spend(in: Spendings()) { token in
            #expect(token == Secret("0ld-refresh-token"))
            return answer
        }
    }

    @Test("a server that leaves it as it is")
    func kept() async throws {
        let fixture = try RefreshTokenFixture(cache: cache)
        #expect(said(await spend(fixture.answer("token", refresh: nil))) == "token")
        #expect(said(await spend(fixture.answer("token", refresh: "0ld-refresh-token"))) == "token")
        #expect(cache.redactor.redact("0ld-refresh-token") == "***")
    }

    @Test("a server that hands out a new one: the job must keep it in a file, and it is not lost until then")
    func rotated() async throws {
        let fixture = try RefreshTokenFixture(cache: cache)
        let answer = fixture.answer("token", refresh: "n3w-refresh-token")
        for folder in [nil, cache.folder] {
            guard case .failure(let failure) = await spend(answer, folder: folder) else {
                Issue.record("it went well")
                continue
            }
            #expect(
                failure.diagnostic.title
                    == "the server handed out a new refresh token, and the job has no place to keep it")
            #expect(failure.kind == .unusable && failure.isLasting)
            let rescued = cache.path(".refresh-token")
            #expect(
                failure.diagnostic.notes == [
                    folder == nil
                        ? "the new one is lost: get one by signing in again"
                        : "the new one is in \(rescued), which only you can read: move it to its place",
                    "keep it in a file that errand writes back to: refresh_token_file: FILE",
                ])
        }
        #expect(try String(contentsOfFile: cache.path(".refresh-token"), encoding: .utf8) == "n3w-refresh-token\n")
        #expect(!cache.names("")[0].contains("n3w"))
    }
}
