import State
import Testing

@Suite("history of a store")
struct HistoryTests {
    @Test("a run begins and ends", arguments: StateSubject.available)
    func run(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        var run = RunRecord(id: "r1", job: "shop", startedAt: "2024-01-01T00:00:00Z")
        try store.begin(run: run)
        #expect(try store.history(job: "shop", limit: 10) == [run])
        run.endedAt = "2024-01-01T00:00:05Z"
        run.outcome = "failure"
        run.exitCode = 69
        run.records = 12_345_678_901
        run.failure = "no answer"
        try store.end(run: run)
        #expect(try store.history(job: "shop", limit: 10) == [run])
        #expect(try store.history(job: nil, limit: 10) == [run])
        #expect(try store.history(job: "other", limit: 10).isEmpty)
        #expect(try store.jobs() == ["shop"])
    }

    @Test("a run without an end has died when the next one of its job begins", arguments: StateSubject.available)
    func died(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        try store.begin(run: RunRecord(id: "1", job: "shop", startedAt: "2024-01-01T00:00:00Z"))
        try store.begin(run: RunRecord(id: "2", job: "other", startedAt: "2024-01-01T00:00:01Z"))
        try store.begin(run: RunRecord(id: "3", job: "shop", startedAt: "2024-01-01T00:00:02Z"))
        #expect(try store.history(job: nil, limit: 10).map(\.outcome) == [nil, nil, RunRecord.died])
    }

    @Test("the last hundred of each job are kept", arguments: StateSubject.available)
    func bounded(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        for number in 1000..<1120 {
            try store.begin(run: RunRecord(id: "\(number)", job: "shop", startedAt: "2024-01-01T00:00:00.\(number)Z"))
        }
        try store.begin(run: RunRecord(id: "x", job: "other", startedAt: "2023-01-01T00:00:00Z"))
        let runs = try store.history(job: "shop", limit: 1000)
        #expect(runs.count == StateLimits.runs)
        #expect(runs.first?.id == "1119" && runs.last?.id == "1020")
        #expect(try store.history(job: nil, limit: 1000).count == StateLimits.runs + 1)
        #expect(try store.history(job: "shop", limit: 3).map(\.id) == ["1119", "1118", "1117"])
        #expect(try store.history(job: "shop", limit: -1).isEmpty)
    }

    @Test("a failure is one line, and not too long", arguments: StateSubject.available)
    func failure(_ subject: StateSubject) throws {
        let store = try OpenState(subject).open()
        let text = "a\nb\r\nc\u{0}" + String(repeating: "ü", count: 600)
        try store.end(run: RunRecord(id: "1", job: "shop", startedAt: "2024-01-01T00:00:00Z", failure: text))
        let kept = try #require(try store.history(job: "shop", limit: 1).first?.failure)
        #expect(kept.hasPrefix("a b c üü") && kept.hasSuffix("ü…"))
        #expect(kept.utf8.count <= 1003)
    }
}
