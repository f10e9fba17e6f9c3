import Foundation
import Testing

/// `dpop_key`: a key of the job's own, which outlives the run.
@Suite(.enabled(if: TestKey.isPossible, "openssl is not installed"), .timeLimit(.minutes(5)))
struct DPoPKeyTests {
    private static let job = SourceScene.job(
        """
        client_id: dpop
        client_secret: dpop-secret
        dpop: true
        dpop_key: ${env.KEY}
        cache: disk
        """)

    @Test(arguments: [(TestKey.Kind.p256, "ES256"), (.p384, "ES384"), (.rsa, "RS256"), (.ed25519, "EdDSA")])
    func kinds(_ kind: TestKey.Kind, _ algorithm: String) async throws {
        let key = try await TestKey.of(kind)
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job, environment: ["KEY": key.privatePEM])
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        let proof = try #require(try scene.requests.first?.dpop)
        #expect(proof.header["alg"]?.string == algorithm)
        let members = Set(try #require(proof.header["jwk"]).members.keys)
        #expect(members.isDisjoint(with: ["d", "p", "q", "dp", "dq", "qi", "k"]))
    }

    /// The token on disk is used by the next run with the same key, and not with another one.
    @Test func onDisk() async throws {
        let scene = try await SourceScene()
        let cache = ["XDG_CACHE_HOME": scene.folder.path + "/cache"]
        let (one, other) = (try await TestKey.of(.p256), try await TestKey(new: .p256))
        for (key, count) in [(one, 1), (one, 1), (other, 2), (one, 2), (other, 2)] {
            let run = try await scene.run(Self.job, environment: cache.merging(["KEY": key.privatePEM]) { $1 })
            #expect(run.errors == "")
            #expect(run.output == SourceScene.output)
            #expect(try await scene.server.stats().tokens_issued == count)
        }
        let kept = scene.folder.files().filter { $0.hasPrefix("cache/") }
        for file in kept {
            let text = try #require(scene.folder.read(file))
            #expect(!text.contains("PRIVATE KEY"))
        }
    }

    /// Without a key the token would be of no use to the next run: `check` says so.
    @Test func onDiskWithoutAKey() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            SourceScene.job("client_id: dpop\nclient_secret: dpop-secret\ndpop: true\ncache: disk"), ["check"])
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("dpop_key"))
    }
}
