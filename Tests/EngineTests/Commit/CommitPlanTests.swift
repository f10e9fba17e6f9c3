import Testing

@testable import Engine
@testable import JobFile

@Suite struct CommitPlanTests {
    private func plan(_ text: String, only: String? = nil) async throws -> CommitPlan {
        let job = try await Harness().load(text)
        return CommitPlan(try CallSelection(of: job.job, only: only).calls, only: only)
    }

    private let field = "incremental: {field: $.at, initial: 2024-01-01T00:00:00Z}"

    @Test func commitsEachCallByItself() async throws {
        let plan = try await plan(
            """
            calls:
              - {name: a, get: "https://x.example/a?s=${since}", \(field), write: {file: a.jsonl, mode: append}}
              - {name: b, get: https://x.example/b, write: b.jsonl}
            """)
        #expect(plan.points == [0, 1])
        #expect(plan.openPlaces == [0, 1])
        #expect(plan.heldPositions.isEmpty)
    }

    @Test func waitsForTheCallsThatLoopOverTheRecords() async throws {
        let plan = try await plan(
            """
            calls:
              - {name: a, get: "https://x.example/a?s=${since}", \(field)}
              - {name: b, get: https://x.example/b, write: {file: b.jsonl, mode: append}}
              - name: c
                for_each: "${calls.a.records}"
                get: https://x.example/c/${item.id}
                write: {file: c.jsonl, mode: append}
              - {name: d, get: https://x.example/d, write: {file: d.jsonl, mode: append}}
            """)
        #expect(plan.points == [2, 3])
        #expect(plan.openPlaces == [3])
        #expect(plan.isPending(before: "b"))
        #expect(!plan.isPending(before: "d"))
    }

    @Test func waitsThroughChains() async throws {
        let plan = try await plan(
            """
            calls:
              - {name: a, get: "https://x.example/a?s=${since}", \(field)}
              - {name: b, for_each: "${calls.a.records}", get: "https://x.example/${item.id}"}
              - name: c
                for_each: "${calls.b.records}"
                get: https://x.example/c/${item.id}
                write: {file: c.jsonl, mode: append}
            """)
        #expect(plan.points == [2])
    }

    /// What is downloaded for the records shows at the end of the run, and so does the watermark.
    @Test func waitsForThePublication() async throws {
        let plan = try await plan(
            """
            calls:
              - {name: a, get: "https://x.example/a?s=${since}", \(field)}
              - {name: b, for_each: "${calls.a.records}", get: "https://x.example/${item.id}", download: "f/${item.id}"}
              - {name: c, get: https://x.example/c, write: {file: c.jsonl, mode: append}}
            """)
        #expect(plan.points.isEmpty)
        #expect(plan.openPlaces.isEmpty)
    }

    /// `--only` leaves out the call that loops over the records: the watermark must not pass them over for it.
    @Test func holdsPositionsWhoseRecordsLeadNowhere() async throws {
        let text = """
            calls:
              - {name: a, get: "https://x.example/a?s=${since}", \(field), write: {file: a.jsonl, mode: append}}
              - {name: b, for_each: "${calls.a.records}", get: "https://x.example/${item.id}", write: {file: b.jsonl, mode: append}}
            """
        #expect(try await plan(text, only: "a").heldPositions == ["a"])
        #expect(try await plan(text, only: "b").heldPositions == ["a"])
        #expect(try await plan(text).heldPositions.isEmpty)
    }
}

@Suite struct CommitProgressTests {
    /// Places 0 and 1 belong together, 2 stands alone.
    private var progress: CommitProgress {
        get async throws {
            let job = try await Harness().load(
                """
                calls:
                  - {name: a, get: "https://x.example/a?s=${since}", incremental: {field: $.at, initial: 2024-01-01}}
                  - {name: b, for_each: "${calls.a.records}", get: "https://x.example/${item.id}"}
                  - {name: c, get: https://x.example/c}
                """)
            return CommitProgress(CommitPlan(job.job.calls))
        }
    }

    @Test func commitsAGroupAtItsEnd() async throws {
        var progress = try await progress
        #expect(progress.ended(0, isGood: true) == .wait)
        #expect(progress.ended(1, isGood: true) == .commit)
        #expect(progress.ended(2, isGood: true) == .commit)
    }

    @Test func takesAGroupBackTogether() async throws {
        var progress = try await progress
        #expect(progress.ended(0, isGood: true) == .wait)
        #expect(progress.ended(1, isGood: false) == .discard)
        #expect(progress.mayCommit(within: 2))
        #expect(progress.ended(2, isGood: true) == .commit)
    }

    @Test func takesBackWhatComesAfterAFailureInTheGroup() async throws {
        var progress = try await progress
        #expect(progress.ended(0, isGood: false) == .discard)
        #expect(progress.isDoomed)
        #expect(progress.ended(1, isGood: true) == .discard)
        #expect(!progress.isDoomed)
    }
}
