import HTTP
import Testing

@testable import Engine

/// Incremental calls into a file that is added to, run after run.
@Suite struct SyncRunTests {
    private let harness: Harness
    private let api = RecordAPI()

    init() throws {
        harness = try Harness()
    }

    private func job(_ keys: String = "", write: String = "{file: a.jsonl, mode: append}") -> String {
        """
        calls:
          - name: records
            get: https://x.example/records
            query: {since: "${since}"}
            paginate: {cursor: $.next, param: cursor}
            incremental: {field: $.at, initial: 2024-01-01T00:00:00Z\(keys.isEmpty ? "" : ", " + keys)}
            records: $.data[*]
            fields: {id: $.id}
            write: \(write)
        """
    }

    private var ids: [Int] {
        (harness.out.text("a.jsonl") ?? "").split(separator: "\n").compactMap { Int($0.dropFirst(6).dropLast()) }
    }

    private func since(_ url: String) -> String? {
        url.split(separator: "since=").last?.split(separator: "&").first.map { String($0).replacing("%3A", with: ":") }
    }

    @Test func goesOnWhereTheLastRunEnded() async throws {
        api.add([(1, "2024-01-02T00:00:00Z"), (2, "2024-01-03T00:00:00Z")])
        #expect(try await harness.sync(job(), api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        api.set()
        api.add([(3, "2024-01-04T00:00:00Z")])
        #expect(try await harness.sync(job(), api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-03T00:00:00Z")
        #expect(ids == [1, 2, 3])
    }

    /// Tied watermarks: what has the last value comes again, with what is new among it.
    @Test func missesNoRecordWithATiedWatermark() async throws {
        api.add([(1, "2024-01-02T00:00:00Z"), (2, "2024-01-02T00:00:00Z")])
        _ = try await harness.sync(job(), api.transport)
        api.add([(3, "2024-01-02T00:00:00Z")])
        _ = try await harness.sync(job(), api.transport)
        _ = try await harness.sync(job(), api.transport)
        #expect(ids == [1, 2, 3])
    }

    /// Late rows: older than the watermark, and within lookback.
    @Test func getsLateRecordsWithinLookback() async throws {
        api.add([(1, "2024-01-02T00:00:00Z"), (2, "2024-01-03T00:00:00Z")])
        let text = job("lookback: 2d")
        _ = try await harness.sync(text, api.transport)
        api.add([(3, "2024-01-02T12:00:00Z")])
        api.set()
        _ = try await harness.sync(text, api.transport)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        _ = try await harness.sync(text, api.transport)
        #expect(ids == [1, 2, 3])
    }

    @Test func keepsTheStateOfAnEmptyRun() async throws {
        api.add([(1, "2024-01-02T00:00:00Z")])
        _ = try await harness.sync(job(), api.transport)
        let empty = ScriptedTransport(.json(#"{"data":[],"next":null}"#))
        #expect(try await harness.sync(job(), empty).exitCode == .success)
        api.set()
        _ = try await harness.sync(job(), api.transport)
        #expect(api.urls.first.flatMap(since) == "2024-01-02T00:00:00Z")
        #expect(ids == [1])
    }

    /// Pages in no order: the greatest value may come first, so nothing moves before all is there.
    @Test func doesNotMoveOverWhatAFailureLeftOut() async throws {
        api.add([(1, "2024-01-09T00:00:00Z"), (2, "2024-01-05T00:00:00Z"), (3, "2024-01-02T00:00:00Z")])
        api.set(failsAt: 2)
        #expect(try await harness.sync(job(), api.transport).exitCode == .callFailed)
        #expect(ids.isEmpty)
        api.set()
        #expect(try await harness.sync(job(), api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        #expect(ids == [1, 2, 3])
    }

    @Test func goesOnFromTheLastPageOfAnAscendingCall() async throws {
        api.add((1...6).map { ($0, "2024-01-0\($0 + 1)T00:00:00Z") })
        api.set(failsAt: 3)
        let text = job("order: ascending")
        #expect(try await harness.sync(text, api.transport).exitCode == .callFailed)
        #expect(ids == [1, 2, 3, 4])
        api.set()
        #expect(try await harness.sync(text, api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-05T00:00:00Z")
        #expect(ids == [1, 2, 3, 4, 5, 6])
    }

    @Test func setsTheWatermarkBackWhenPagesAreOutOfOrder() async throws {
        api.add([
            (1, "2024-01-05T00:00:00Z"), (2, "2024-01-06T00:00:00Z"), (3, "2024-01-02T00:00:00Z"),
        ])
        let result = try await harness.sync(job("order: ascending"), api.transport)
        #expect(result.codes == ["E1906"])
        api.set()
        #expect(try await harness.sync(job(), api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        #expect(Set(ids) == [1, 2, 3])
    }

    /// An API that is not exact about `since`, or does not know it, sends again what is there already.
    @Test func dropsWhatIsBeforeTheWatermark() async throws {
        api.add([(1, "2024-01-02T00:00:00Z"), (2, "2024-01-03T00:00:00Z")])
        api.set(ignoresSince: true)
        _ = try await harness.sync(job(), api.transport)
        api.add([(3, "2024-01-04T00:00:00Z")])
        _ = try await harness.sync(job(), api.transport)
        #expect(ids == [1, 2, 3])
    }

    @Test func failsForARecordWithoutTheField() async throws {
        let transport = ScriptedTransport(
            .json(#"{"data":[{"id":1,"at":"2024-01-02T00:00:00Z"},{"id":2}],"next":null}"#))
        let result = try await harness.sync(job(), transport)
        #expect(result.codes == ["E1905"])
        #expect(result.messages.contains("a record has nothing at $.at"))
        #expect(ids.isEmpty)
    }

    @Test func refusesAnotherRequest() async throws {
        api.add([(1, "2024-01-02T00:00:00Z")])
        _ = try await harness.sync(job(), api.transport)
        let other = job().replacing("query: {", with: "query: {region: eu, ")
        let result = try await harness.sync(other, api.transport)
        #expect(result.exitCode == .invalidJob)
        #expect(result.codes == ["E1904"])
        #expect(result.messages.contains("--full-refresh"))
        api.set()
        #expect(try await harness.sync(other, isFullRefresh: true, api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        #expect(try await harness.sync(other, api.transport).exitCode == .success)
    }

    @Test func catchesUpWindowByWindow() async throws {
        api.add([(1, "2024-01-01T10:00:00Z"), (2, "2024-01-03T00:00:00Z"), (3, "2024-01-03T12:00:00Z")])
        let text = job("window: {size: 1d, until: 2024-01-04T00:00:00Z}")
            .replacing(#"{since: "${since}"}"#, with: #"{since: "${since}", until: "${until}"}"#)
        #expect(try await harness.sync(text, api.transport).exitCode == .success)
        #expect(
            api.urls.map { $0.replacing("%3A", with: ":").replacing("https://x.example/records?", with: "") } == [
                "since=2024-01-01T00:00:00Z&until=2024-01-02T00:00:00Z",
                "since=2024-01-02T00:00:00Z&until=2024-01-03T00:00:00Z",
                "since=2024-01-03T00:00:00Z&until=2024-01-04T00:00:00Z",
            ])
        #expect(ids == [1, 2, 3])
        api.set()
        #expect(try await harness.sync(text, api.transport).exitCode == .success)
        #expect(api.urls.isEmpty)
    }

    @Test func keepsTheWindowsBeforeOneThatFailed() async throws {
        api.add([(1, "2024-01-01T10:00:00Z"), (2, "2024-01-02T10:00:00Z"), (3, "2024-01-03T12:00:00Z")])
        api.set(failsAt: 2)
        let text = job("window: {size: 1d, until: 2024-01-04T00:00:00Z}")
            .replacing(#"{since: "${since}"}"#, with: #"{since: "${since}", until: "${until}"}"#)
        #expect(try await harness.sync(text, api.transport).exitCode == .callFailed)
        #expect(ids == [1])
        api.set()
        #expect(try await harness.sync(text, api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-02T00:00:00Z")
        #expect(ids == [1, 2, 3])
    }

    /// A file that is named by its window is complete with it.
    @Test func showsTheFilesOfEachWindow() async throws {
        api.add([(1, "2024-01-01T10:00:00Z"), (2, "2024-01-02T10:00:00Z")])
        api.set(failsAt: 2)
        let text = job(
            "window: {size: 1d, until: 2024-01-03T00:00:00Z}", write: #"${until | date("dd")}.jsonl"#
        ).replacing(#"{since: "${since}"}"#, with: #"{since: "${since}", until: "${until}"}"#)
        #expect(try await harness.sync(text, api.transport).exitCode == .callFailed)
        #expect(harness.out.names == ["02.jsonl"])
        api.set()
        #expect(try await harness.sync(text, api.transport).exitCode == .success)
        #expect(api.urls.count == 1)
        #expect(harness.out.names == ["02.jsonl", "03.jsonl"])
    }

    /// `--only` of a call whose records another one loops over: that one is not done, so the watermark stays.
    @Test func keepsTheWatermarkOfACallWhoseRecordsLeadNowhere() async throws {
        let text =
            job() + """

                  - name: details
                    for_each: "${calls.records.records}"
                    get: https://x.example/records
                    write: {file: b.jsonl, mode: append}
                """
        api.add([(1, "2024-01-02T00:00:00Z")])
        #expect(try await harness.sync(text, only: "records", api.transport).exitCode == .success)
        api.set()
        #expect(try await harness.sync(text, only: "records", api.transport).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        #expect(ids == [1])
    }

    /// The watermark waits for the calls that loop over the records.
    @Test func waitsForTheCallsThatLoopOverTheRecords() async throws {
        let text = """
            calls:
              - name: records
                get: https://x.example/records
                query: {since: "${since}"}
                paginate: {cursor: $.next, param: cursor}
                incremental: {field: $.at, initial: 2024-01-01T00:00:00Z}
                records: $.data[*]
              - name: details
                for_each: "${calls.records.records}"
                get: https://x.example/details/${item.id}
                write: {file: a.jsonl, mode: append}
            """
        api.add([(1, "2024-01-02T00:00:00Z"), (2, "2024-01-03T00:00:00Z")])
        let api = api
        func transport(failing: Bool) -> ScriptedTransport {
            ScriptedTransport { request, _ in
                guard request.url.contains("/details/") else { return api.reply(request.url) }
                let id = request.url.split(separator: "/").last ?? ""
                return failing && id == "2" ? .status(418) : .json(#"{"id":\#(id)}"#)
            }
        }
        #expect(try await harness.sync(text, transport(failing: true)).exitCode == .callFailed)
        #expect(ids.isEmpty)
        api.set()
        #expect(try await harness.sync(text, transport(failing: false)).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-01T00:00:00Z")
        #expect(ids == [1, 2])
        api.set()
        #expect(try await harness.sync(text, transport(failing: false)).exitCode == .success)
        #expect(api.urls.first.flatMap(since) == "2024-01-03T00:00:00Z")
        #expect(ids == [1, 2])
    }

    @Test func keepsAWatermarkForEachItem() async throws {
        let text = """
            calls:
              - name: records
                for_each: {in: [a, b], as: shop, key: "${shop}"}
                get: https://x.example/${shop}
                query: {since: "${since}"}
                incremental: {field: $.at, initial: 2024-01-01T00:00:00Z}
                records: $.data[*]
                write: {file: a.jsonl, mode: append}
            """
        let transport = ScriptedTransport { request, _ in
            let day = request.url.contains("/a?") ? 5 : 9
            return .json(#"{"data":[{"id":\#(day),"at":"2024-01-0\#(day)T00:00:00Z"}]}"#)
        }
        #expect(try await harness.sync(text, transport).exitCode == .success)
        #expect(try await harness.sync(text, transport).exitCode == .success)
        let urls = transport.urls.map { $0.replacing("%3A", with: ":") }
        #expect(
            urls[2...] == [
                "https://x.example/a?since=2024-01-05T00:00:00Z", "https://x.example/b?since=2024-01-09T00:00:00Z",
            ])
        #expect(harness.out.text("a.jsonl")?.split(separator: "\n").count == 2)
    }

    @Test func passesOnTokensAndStartsOverWhenTheyAreTooOld() async throws {
        let text = """
            calls:
              - name: changes
                get: https://x.example/changes
                incremental: {token: $.sync_token, param: token}
                rules: [{status: 410, do: reset}]
                records: $.data[*]
                write: {file: a.jsonl, mode: append}
            """
        func answer(_ id: Int, _ token: String) -> ScriptedTransport.Reply {
            .json(#"{"data":[{"id":\#(id)}],"sync_token":"\#(token)"}"#)
        }
        let first = ScriptedTransport(answer(1, "t1"))
        #expect(try await harness.sync(text, first).exitCode == .success)
        #expect(first.urls == ["https://x.example/changes"])
        let second = ScriptedTransport(answer(2, "t2"))
        #expect(try await harness.sync(text, second).exitCode == .success)
        #expect(second.urls == ["https://x.example/changes?token=t1"])
        let third = ScriptedTransport(.status(410), answer(3, "t3"))
        #expect(try await harness.sync(text, third).exitCode == .success)
        #expect(third.urls == ["https://x.example/changes?token=t2", "https://x.example/changes"])
        let fourth = ScriptedTransport(.status(410))
        #expect(try await harness.sync(text, fourth).codes == ["E1909"])
        #expect(ids == [1, 2, 3])
    }

    @Test func beginsWithTheURLThatTheLastPageGave() async throws {
        let text = """
            calls:
              - name: changes
                get: https://x.example/changes
                query: {select: id}
                paginate: {next_url: $.next}
                incremental: {next_url: $.delta}
                records: $.data[*]
                write: {file: a.jsonl, mode: append}
            """
        let first = ScriptedTransport(
            .json(#"{"data":[{"id":1}],"next":"/changes?page=2"}"#),
            .json(#"{"data":[{"id":2}],"delta":"/changes?delta=a%2Fb"}"#))
        #expect(try await harness.sync(text, first).exitCode == .success)
        let second = ScriptedTransport(.json(#"{"data":[],"delta":"/changes?delta=c"}"#))
        #expect(try await harness.sync(text, second).exitCode == .success)
        #expect(second.urls == ["https://x.example/changes?delta=a%2Fb"])
        let third = ScriptedTransport(.json(#"{"data":[{"id":3}]}"#))
        #expect(try await harness.sync(text, third).codes == ["E1907"])
        #expect(third.urls == ["https://x.example/changes?delta=c"])
        #expect(ids == [1, 2])
    }

    @Test func holdsAShrunkenResultBack() async throws {
        let text = """
            calls:
              - get: https://x.example/records
                records: $.data[*]
                expect: {records: {shrink: 0.5}}
                write: a.jsonl
            """
        let full = ScriptedTransport(.json(#"{"data":[{"id":1},{"id":2},{"id":3},{"id":4}]}"#))
        #expect(try await harness.sync(text, full).exitCode == .success)
        let empty = ScriptedTransport(.json(#"{"data":[{"id":1}]}"#))
        let result = try await harness.sync(text, empty)
        #expect(result.exitCode == .expectationFailed)
        #expect(result.codes == ["E1910"])
        #expect(ids == [1, 2, 3, 4])
        let half = ScriptedTransport(.json(#"{"data":[{"id":1},{"id":2}]}"#))
        #expect(try await harness.sync(text, half).exitCode == .success)
        #expect(ids == [1, 2])
    }

    @Test func opensNoStateForAJobThatNeedsNone() async throws {
        let text = "calls: [{get: https://x.example/a, write: a.jsonl}]"
        #expect(try await harness.sync(text, ScriptedTransport(.json(#"{"id":1}"#))).exitCode == .success)
        #expect(harness.state.text("errand/state.db") == nil)
    }
}
