import Foundation
import Testing

/// A job runs once at a time.
@Suite struct LockTests {
    private static let job = """
        calls:
          - get: ${env.DEMO_API}/sync/records
            query: {updated_since: "${since}", delay_ms: 400, limit: 50}
            paginate: {cursor: $.next_cursor, param: cursor}
            incremental: {field: $.updated_at, initial: 2000-01-01T00:00:00Z}
            records: $.data[*]
            write: {file: out.jsonl, mode: append}

        """

    /// 50 starts at once: one works, the others say so at once.
    @Test func letsOneOfManyStartsWork() async throws {
        let scene = try await Scene(job: Self.job)
        try SyncTable(server: scene.server).change(#"{"records": 100000}"#)
        let programs = try (0..<50).map { _ in try scene.start() }
        let codes = await withTaskGroup(of: Int32.self) { group in
            for program in programs { group.addTask { await program.result().exitCode } }
            var codes: [Int32: Int] = [:]
            for await code in group {
                codes[code, default: 0] += 1
                // The one that works would do so for minutes.
                if codes[75] == 49 { for program in programs { program.signal(SIGTERM) } }
            }
            return codes
        }
        #expect(codes == [75: 49, 143: 1])
        #expect(try await scene.server.stats().requests["GET /sync/records", default: 0] > 0)
    }

    @Test func waitsWhenTheJobSaysSo() async throws {
        let scene = try await Scene(job: "options: {lock: wait}\n" + Self.job)
        try SyncTable(server: scene.server).change(#"{"records": 100}"#)
        let programs = try (0..<3).map { _ in try scene.start() }
        for program in programs { #expect(await program.result().exitCode == 0) }
        #expect(scene.folder.read("out.jsonl")?.split(separator: "\n").count == 100)
    }

    @Test func passesOverARunWhenTheJobSaysSo() async throws {
        let scene = try await Scene(job: "options: {lock: skip}\n" + Self.job)
        try SyncTable(server: scene.server).change(#"{"records": 100000}"#)
        let first = try scene.start()
        try await scene.server.arrival(of: "GET /sync/records")
        let second = try await scene.run()
        #expect(second.exitCode == 0)
        #expect(second.errors.contains("another run of the job 'job' is under way"))
        first.signal(SIGTERM)
        #expect(await first.result().exitCode == 143)
    }

    /// A lock goes with its process, however it ends.
    @Test func isFreeAfterAKill() async throws {
        let scene = try await Scene(job: Self.job)
        try SyncTable(server: scene.server).change(#"{"records": 100}"#)
        let first = try scene.start()
        try await scene.server.arrival(of: "GET /sync/records")
        first.signal(SIGKILL)
        _ = await first.result()
        #expect(try await scene.run().exitCode == 0)
    }
}
