import Foundation
import Testing

/// Tokens that are bound to a key, RFC 9449: the stand-in checks each proof, and that none comes twice.
@Suite(.timeLimit(.minutes(5)))
struct DPoPTests {
    static func job(_ client: String, _ more: String = "", calls: String = pages) -> String {
        SourceScene.job(
            "client_id: \(client)\nclient_secret: \(client)-secret\ndpop: true\n\(more)", calls: calls)
    }

    /// Ten pages, each with a query that `htu` leaves out.
    static let pages = """
          - get: /items
            query: {limit: 10, total: 100}
            paginate: {cursor: $.next_cursor, param: cursor}
            records: $.data[*]
            fields: {id: $.id}
            write: out.jsonl
        """
    static let records = (1...100).map { "{\"id\":\($0)}\n" }.joined()

    @Test(arguments: ["dpop", "dpop-nonce"]) func pages(_ client: String) async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job(client))
        #expect(run.errors == "")
        #expect(run.exitCode == 0)
        #expect(scene.folder.read("out.jsonl") == Self.records)
        let requests = try scene.requests
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 1)
        #expect(requests.map(\.status) == (client == "dpop" ? [200] : [400, 200]), "one more for the nonce")
        let proof = try #require(requests.last?.dpop)
        #expect(proof.header["typ"]?.string == "dpop+jwt")
        #expect(proof.header["alg"]?.string == "ES256")
        #expect(Set(try #require(proof.header["jwk"]).members.keys) == ["kty", "crv", "x", "y"], "public members only")
        #expect(proof.text("htm") == "POST")
        #expect(proof.text("htu") == scene.server.url + "/oauth/token")
        #expect(proof.claims["ath"] == nil)
        #expect((proof.claims["nonce"] != nil) == (client == "dpop-nonce"))
        let ids = requests.compactMap { $0.dpop?.text("jti") }
        #expect(Set(ids).count == requests.count)
        // The nonce of the token endpoint is good for the API of the same origin.
        #expect(stats.requests["GET /items"] == 10)
        #expect(stats.statuses["401"] == nil)
    }

    /// Sixteen at a time, with retries of the API in between: no proof is used twice.
    @Test func manyAtOnce() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            Self.job(
                "dpop-nonce",
                calls: """
                      - for_each: {in: [\((1...48).map(String.init).joined(separator: ", "))], concurrency: 16}
                        get: /items/${item}
                        fields: {id: $.id}
                        write: out.jsonl
                    """))
        #expect(run.errors == "")
        #expect(scene.folder.read("out.jsonl") == (1...48).map { "{\"id\":\($0)}\n" }.joined())
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 1)
    }

    /// A retry has a proof of its own, at the token endpoint and at the API.
    @Test func retries() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            Self.job(
                "dpop", "token_url: ${env.DEMO_API}/oauth/token?error=503&fail=2",
                calls: """
                      - {get: "/faults/flaky?fail=2&key=a", fields: {attempt: $.attempt}, write: stdout}
                    \(SourceScene.call)
                    """))
        #expect(run.errors == "")
        #expect(run.output == "{\"attempt\":3}\n" + SourceScene.output)
        let ids = try scene.requests.compactMap { $0.dpop?.text("jti") }
        #expect(ids.count == 3)
        #expect(Set(ids).count == 3)
        #expect(try scene.requests.allSatisfy { $0.dpop?.text("htu") == scene.server.url + "/oauth/token" })
    }

    /// A token that was revoked: a new one, bound to the same key.
    @Test func anotherToken() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(
            Self.job("dpop-nonce", calls: "  - {get: \"/faults/revoked?key=a\", fields: {ok: $.ok}, write: stdout}"))
        #expect(run.errors == "")
        #expect(run.output == "{\"ok\":true}\n")
        let stats = try await scene.server.stats()
        #expect(stats.tokens_issued == 2)
    }

    /// A server that answers `Bearer` has passed the proof over: the token is not used.
    @Test func downgrade() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("dpop-downgrade"))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("DPoP"))
        #expect(run.errors.contains("Bearer"))
        #expect(try await scene.server.stats().requests["GET /items"] == nil)
    }

    /// Without `dpop` such a client gets nothing, and the hint says what to set.
    @Test func leftOut() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(SourceScene.job("client_id: dpop\nclient_secret: dpop-secret"))
        #expect(run.exitCode == 77)
        #expect(run.errors.contains("dpop: true"))
    }

    /// The issuer demands proofs with nonces of everybody.
    @Test func byDiscovery() async throws {
        let scene = try await SourceScene()
        let run = try await scene.run(Self.job("demo", "issuer: ${env.DEMO_API}/issuers/dpop", calls: SourceScene.call))
        #expect(run.errors == "")
        #expect(run.output == SourceScene.output)
        #expect(try scene.requests.map(\.status) == [400, 200])
    }
}
