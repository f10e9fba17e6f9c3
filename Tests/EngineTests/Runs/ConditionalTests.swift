import Foundation
import HTTP
import Testing

@testable import Engine

/// Whole runs that ask only for what has changed.
@Suite struct ConditionalTests {
    private let harness: Harness
    private let memory = TestMemory()

    init() throws {
        harness = try Harness()
    }

    private let job = """
        calls:
          - name: items
            get: https://api.example.com/items
            conditional: true
            records: $.data[*]
            expect: {records: {min: 1}}
            write: items.jsonl
        """

    private let answer = ScriptedTransport.Reply.json(
        #"{"data": [1]}"#, headers: [("ETag", "W/\"v1\""), ("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT")])

    private func run(_ text: String, _ replies: ScriptedTransport.Reply...) async throws -> (
        RunResult, ScriptedTransport
    ) {
        let transport = ScriptedTransport { _, place in replies[min(place, replies.count - 1)] }
        let result = try await harness.run(text, memory: memory, transport)
        return (result, transport)
    }

    @Test func whatIsUnchangedStands() async throws {
        let (first, asked) = try await run(job, answer)
        #expect(first.messages == "")
        #expect(asked.requests[0].headers.first("If-None-Match") == nil)
        memory.commit()
        let (second, again) = try await run(job, .status(304))
        #expect(second.messages == "")
        #expect(second.outcome == .success)
        #expect(again.requests[0].headers.first("If-None-Match") == "W/\"v1\"")
        #expect(again.requests[0].headers.first("If-Modified-Since") == "Tue, 24 Nov 2026 10:00:00 GMT")
        #expect(harness.out.text("items.jsonl") == "1\n")
        #expect(second.calls.first?.outcome == .done)
        #expect(second.calls.first?.records == 0)
        memory.commit()
        let (third, last) = try await run(job, .status(304))
        #expect(third.messages == "")
        #expect(last.requests[0].headers.first("If-None-Match") == "W/\"v1\"")
    }

    @Test func newValidatorsTakeThePlaceOfOldOnes() async throws {
        _ = try await run(job, answer)
        memory.commit()
        _ = try await run(job, .json(#"{"data": [2]}"#, headers: [("ETag", "\"v2\"")]))
        memory.commit()
        #expect(harness.out.text("items.jsonl") == "2\n")
        #expect(memory.kept.map(\.entityTag) == ["\"v2\""])
        #expect(memory.kept.map(\.lastModified) == [nil])
        _ = try await run(job, .json(#"{"data": [3]}"#))
        memory.commit()
        #expect(memory.kept == [])
    }

    @Test func aFailedRunKeepsTheOldOnes() async throws {
        _ = try await run(job, answer)
        memory.commit()
        let (failed, _) = try await run(job, .json(#"{"data": []}"#, headers: [("ETag", "\"v2\"")]))
        #expect(failed.codes == ["E1601"])
        memory.drop()
        #expect(memory.kept.map(\.entityTag) == ["W/\"v1\""])
    }

    @Test func asksForAllWhenTheOutputIsGone() async throws {
        _ = try await run(job, answer)
        memory.commit()
        let other = job.replacingOccurrences(of: "items.jsonl", with: "${run.date}.jsonl")
        let (_, asked) = try await run(other, answer)
        #expect(asked.requests[0].headers.first("If-None-Match") == nil)
    }

    @Test func asksForAllWhenTheCallIsAnother() async throws {
        _ = try await run(job, answer)
        memory.commit()
        let other = job.replacingOccurrences(of: "records: $.data[*]", with: "records: $.data")
        let (_, asked) = try await run(other, answer)
        #expect(asked.requests[0].headers.first("If-None-Match") == nil)
        let elsewhere = job.replacingOccurrences(of: "/items\n", with: "/items?all=1\n")
        let (_, askedElsewhere) = try await run(elsewhere, answer)
        #expect(askedElsewhere.requests[0].headers.first("If-None-Match") == nil)
    }

    @Test func aLoopOverItHasNothingToDo() async throws {
        let looped =
            job + """

                  - for_each: {in: "${calls.items.records}"}
                    get: https://api.example.com/items/${item}
                    expect: {records: {min: 1}}
                    write: details.jsonl
                """
        _ = try await run(looped, answer, .json(#"{"id": 1}"#))
        memory.commit()
        #expect(harness.out.text("details.jsonl") == "{\"id\":1}\n")
        let (second, asked) = try await run(looped, .status(304))
        #expect(second.messages == "")
        #expect(asked.requests.count == 1)
        #expect(harness.out.text("details.jsonl") == "{\"id\":1}\n")
    }

    @Test func aDownloadStands() async throws {
        let download = """
            calls:
              - get: https://api.example.com/file
                conditional: true
                download: file.bin
            """
        _ = try await run(download, .answer(status: 200, headers: [("ETag", "\"a\"")], body: "data"))
        memory.commit()
        let (second, asked) = try await run(download, .status(304))
        #expect(second.messages == "")
        #expect(asked.requests[0].headers.first("If-None-Match") == "\"a\"")
        #expect(harness.out.text("file.bin") == "data")
    }

    @Test func itemsOfALoopHaveTheirOwn() async throws {
        let looped = """
            calls:
              - for_each: {in: [1, 2]}
                get: https://api.example.com/items/${item}
                conditional: true
                download: ${item}.json
            """
        let script: @Sendable (HTTPRequest, Int) -> ScriptedTransport.Reply = { request, _ in
            .json("{}", headers: [("ETag", "\"\(request.url.suffix(1))\"")])
        }
        _ = try await harness.run(looped, memory: memory, ScriptedTransport(script))
        memory.commit()
        let (result, asked) = try await run(looped, .status(304))
        #expect(result.messages == "")
        #expect(asked.requests.map { $0.headers.first("If-None-Match") } == ["\"1\"", "\"2\""])
        #expect(harness.out.names == ["1.json", "2.json"])
    }

    @Test func an304ThatNobodyAskedForIsAFailure() async throws {
        let (result, _) = try await run(job, .status(304))
        #expect(result.codes == ["E1201"])
    }
}
