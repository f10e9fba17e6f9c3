import Database
import Foundation
import Testing

/// Runs that are killed at any moment: nothing is lost, and nothing is there twice.
///
/// `ERRAND_KILLS` sets how often each of them is killed: 10 by default, 200 for the full form.
@Suite(.serialized) struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["ERRAND_KILLS"].flatMap { Int($0) } ?? 10

    private static func job(_ write: String) -> String {
        """
        calls:
          - name: records
            get: ${env.DEMO_API}/sync/records
            query: {updated_since: "${since}", order: asc, limit: 40, delay_ms: 10}
            paginate: {cursor: $.next_cursor, param: cursor}
            incremental: {field: $.updated_at, initial: 2000-01-01T00:00:00Z, order: ascending}
            records: $.data[*]
            write: \(write)

        """
    }

    /// Kills run after run, while records change between them, and lets the last one come to its end.
    ///
    /// - Parameter inserted: how many records are added for each run.
    private func kill(
        _ scene: Scene, seed: UInt64, inserting inserted: Int, check: () throws -> Void = {}
    ) async throws -> [SyncTable.Row] {
        let table = SyncTable(server: scene.server)
        var numbers = FixedNumbers(seed: seed)
        try table.change(#"{"records": 800, "tied": 37}"#)
        var killed = 0
        for _ in 0..<Self.kills {
            let tie = Bool.random(using: &numbers)
            try table.change(#"{"insert": \#(inserted), "tie": \#(tie)}"#)
            let first = Int.random(in: 1...700, using: &numbers)
            try table.change(
                #"{"touch": \#(Int.random(in: 0...90, using: &numbers)), "from": \#(first), "tie": \#(tie)}"#)
            let asked = try await scene.server.stats().requests["GET /sync/records", default: 0]
            let program = try scene.start()
            let page = Int.random(in: 1...8, using: &numbers)
            try await scene.server.arrival(of: "GET /sync/records", count: asked + page)
            try await Task.sleep(for: .microseconds(Int.random(in: 0...15_000, using: &numbers)))
            program.signal(SIGKILL)
            let result = await program.result()
            killed += result.isSignalled ? 1 : 0
            #expect(result.isSignalled || result.exitCode == 0, "\(result.errors)")
            try check()
        }
        #expect(killed > Self.kills / 2, "the runs ended before they were killed")
        let last = try await scene.run()
        #expect(last.exitCode == 0, "\(last.errors)")
        return try table.rows()
    }

    private func expect(_ found: [SyncTable.Row], hasEachOnce rows: [SyncTable.Row]) {
        let counts = Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
        let lost = rows.filter { counts[$0] == nil }
        let twice = counts.filter { $0.value > 1 }.keys
        #expect(lost.isEmpty, "\(lost.count) lost, such as \(lost.prefix(3))")
        #expect(twice.isEmpty, "\(twice.count) twice, such as \(twice.prefix(3))")
    }

    @Test func losesNothingInAFileThatIsAddedTo() async throws {
        let scene = try await Scene(job: Self.job("{file: out.jsonl, mode: append}"))
        let rows = try await kill(scene, seed: 1, inserting: 400)
        expect(try SyncTable.rows(ofLines: Data((scene.folder.read("out.jsonl") ?? "").utf8)), hasEachOnce: rows)
    }

    @Test func losesNothingInATableThatIsMergedInto() async throws {
        let scene = try await Scene(job: Self.job("{sqlite: out.db, table: records, key: id}"))
        let rows = try await kill(scene, seed: 2, inserting: 400)
        #expect(try Self.rows(of: scene) == rows.sorted())
    }

    @Test func losesNothingInATableThatIsAddedTo() async throws {
        let scene = try await Scene(job: Self.job("{sqlite: out.db, table: records, mode: append}"))
        let rows = try await kill(scene, seed: 3, inserting: 400)
        expect(try Self.rows(of: scene), hasEachOnce: rows)
    }

    @Test func leavesTheOldFileOrTheNewOneWhole() async throws {
        let scene = try await Scene(
            job: """
                calls:
                  - get: ${env.DEMO_API}/sync/records
                    query: {order: asc, limit: 40, delay_ms: 10}
                    paginate: {cursor: $.next_cursor, param: cursor, total: $.total}
                    records: $.data[*]
                    write: [out.jsonl, copy.jsonl]

                """)
        let table = SyncTable(server: scene.server)
        var sizes: Set<Int> = [0]
        let rows = try await kill(scene, seed: 4, inserting: 20) {
            let found = try SyncTable.rows(ofLines: Data((scene.folder.read("out.jsonl") ?? "").utf8))
            sizes.insert(try table.rows().count)
            #expect(sizes.contains(found.count), "a file of \(found.count) records was never whole")
            #expect(Set(found.map(\.id)).count == found.count)
        }
        #expect(
            try SyncTable.rows(ofLines: Data((scene.folder.read("out.jsonl") ?? "").utf8)).sorted() == rows.sorted())
        #expect(scene.folder.read("copy.jsonl") == scene.folder.read("out.jsonl"))
        #expect(scene.folder.files().sorted() == ["copy.jsonl", "job.yaml", "out.jsonl"])
    }

    private static func rows(of scene: Scene) throws -> [SyncTable.Row] {
        let database = try SQLiteDatabase(path: scene.folder.path + "/out.db")
        return try database.query("SELECT id, version FROM records ORDER BY id, version", []).compactMap { values in
            guard case .integer(let id) = values[0], case .integer(let version) = values[1] else { return nil }
            return SyncTable.Row(id: Int(id), version: Int(version))
        }
    }
}
