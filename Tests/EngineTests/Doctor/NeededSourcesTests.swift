import JobFile
import Testing

@testable import Engine

/// Which token sources a run needs, so that the doctor looks at them.
struct NeededSourcesTests {
    private func needed(_ calls: String, hosts: String = "https://api.example") async throws -> [String] {
        let source = "token_url: https://auth.example/token, client_id: a, client_secret: b-secret"
        let names = ["a", "b", "c", "d"].map { name in
            let listed = name == "a" ? ", hosts: [\(hosts)]" : ""
            return "  - {name: \(name), \(source)\(listed)}"
        }
        let job = "auth:\n\(names.joined(separator: "\n"))\ncalls:\n\(calls)\n"
        return try await Harness().load(job).job.neededSources.sorted()
    }

    @Test func ofCalls() async throws {
        #expect(try await needed("  - {get: https://api.example/, auth: b}") == ["b"])
        #expect(try await needed("  - {get: https://api.example/}") == ["a"])
        #expect(try await needed("  - {get: https://api.example/, auth: none}") == [])
        let last = "  - {get: https://api.example/, auth: none}\nfinally:\n  - {get: https://api.example/, auth: c}"
        #expect(try await needed(last) == ["c"])
    }

    @Test func ofTemplates() async throws {
        #expect(
            try await needed("  - {get: https://api.example/, auth: none, headers: {X-A: \"${auth.c.scope}\"}}") == [
                "c"
            ])
        #expect(
            try await needed("  - {post: https://api.example/, auth: b, json: {t: [\"${auth.d.id}\"]}}") == ["b", "d"])
    }

    @Test func ofHosts() async throws {
        let calls = "  - {get: https://api.example/, auth: a}"
        #expect(try await needed(calls, hosts: "\"${auth.b.instance_url}\", https://api.example") == ["a", "b"])
        #expect(try await needed(calls, hosts: "\"${auth.a.instance_url}\"") == ["a"], "its own answer")
        #expect(
            try await needed("  - {get: https://api.example/, auth: c}", hosts: "\"${auth.b.instance_url}\"") == ["c"])
    }
}
