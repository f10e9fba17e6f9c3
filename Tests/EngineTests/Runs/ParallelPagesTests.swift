import Foundation
import HTTP
import Testing

@testable import Engine

/// Whole runs with pages that are asked for ahead.
@Suite struct ParallelPagesTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    private func job(_ paginate: String, query: String = "{}") -> String {
        """
        calls:
          - get: https://api.example.com/items
            query: \(query)
            paginate: \(paginate)
            records: $.data[*]
            write: items.jsonl
        """
    }

    /// A server of `count` numbers, `size` on a page.
    private static func page(_ number: Int, of count: Int, size: Int = 10) -> ScriptedTransport.Reply {
        rows(from: number * size, of: count, size: size)
    }

    private static func rows(from start: Int, of count: Int, size: Int = 10) -> ScriptedTransport.Reply {
        let start = min(start, count)
        let rows = (start..<min(start + size, count)).map(String.init).joined(separator: ",")
        return .json(#"{"data": [\#(rows)], "total": \#(count)}"#)
    }

    private static func number(_ name: String, in request: HTTPRequest) -> Int {
        let query = request.url.split(separator: "?").last ?? ""
        let value = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
        return value.flatMap { Int($0.dropFirst(name.count + 1)) } ?? -1
    }

    private func lines(_ count: Int) -> String { (0..<count).map { "\($0)\n" }.joined() }

    @Test func keepsTheOrderWhateverComesFirst() async throws {
        // Four pages are asked for before the first of them is answered, and the last is answered first.
        let barrier = Barrier(count: 4)
        let transport = ScriptedTransport { request, _ in
            let number = Self.number("page", in: request)
            if (2...5).contains(number) { await barrier.wait(number) }
            return Self.page(number - 1, of: 50)
        }
        let result = try await harness.run(job("{page: page, total: $.total, parallel: 4}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == lines(50))
        #expect(transport.mostRunning == 4)
        #expect(transport.requests.count == 5)
        #expect(result.calls.first?.responses == 5)
    }

    @Test func goesOnByOffsets() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.rows(from: Self.number("offset", in: request), of: 47)
        }
        let result = try await harness.run(job("{offset: offset, parallel: 3}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == lines(47))
    }

    @Test func dropsWhatIsBeyondTheEndAndItsErrors() async throws {
        let transport = ScriptedTransport { request, _ in
            let number = Self.number("page", in: request)
            return number > 4 ? .status(400, "no such page") : Self.page(number - 1, of: 30)
        }
        let result = try await harness.run(job("{page: page, parallel: 8}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == lines(30))
        #expect(transport.requests.count <= 4 + 8)
    }

    @Test func anErrorBeforeTheEndIsOne() async throws {
        let transport = ScriptedTransport { request, _ in
            let number = Self.number("page", in: request)
            return number == 3 ? .status(400, "boom") : Self.page(number - 1, of: 100)
        }
        let result = try await harness.run(job("{page: page, parallel: 4}"), transport)
        #expect(result.codes == ["E1201"])
        #expect(harness.out.text("items.jsonl") == nil)
    }

    @Test func pagesThatAreNotFullAreAskedForAsTheyAre() async throws {
        // Each page is one short: the offsets that were foreseen are wrong from the second page on.
        let sizes = [10, 9, 9, 9, 0]
        let transport = ScriptedTransport { request, _ in
            let offset = Self.number("offset", in: request)
            var (start, size) = (0, 0)
            for next in sizes {
                size = next
                if start == offset { break }
                start += next
            }
            guard start == offset else { return .json(#"{"data": [-1]}"#) }
            return .json(#"{"data": [\#((start..<start + size).map(String.init).joined(separator: ","))]}"#)
        }
        let result = try await harness.run(job("{offset: offset, parallel: 4}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == lines(37))
    }

    @Test func fewerThanPromisedIsAFailure() async throws {
        let transport = ScriptedTransport { request, _ in
            let number = Self.number("page", in: request)
            guard case .answer(let status, let headers, let body) = Self.page(number - 1, of: 30) else { return .hang }
            return .answer(
                status: status, headers: headers, body: body.replacingOccurrences(of: "30}", with: "1000}"))
        }
        let result = try await harness.run(job("{page: page, total: $.total, parallel: 4}"), transport)
        #expect(result.codes == ["E1402"])
        #expect(harness.out.text("items.jsonl") == nil)
    }

    @Test func anEndlessLoopIsFoundWithinTwoRequestsMore() async throws {
        // Whatever page is asked for, the same one comes.
        let transport = ScriptedTransport { _, _ in .json(#"{"data": [1, 2]}"#) }
        let result = try await harness.run(job("{page: page, parallel: 4}"), transport)
        #expect(result.codes == ["E1401"])
        #expect(transport.requests.count <= 2 + 4)
    }

    @Test func neverHasMorePagesThanSaid() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.page(Self.number("page", in: request) - 1, of: 500)
        }
        let result = try await harness.run(job("{page: page, parallel: 3}"), transport)
        #expect(result.messages == "")
        #expect(transport.mostRunning <= 3)
        #expect(harness.out.text("items.jsonl") == lines(500))
    }

    @Test func aLimitStopsInTime() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.page(Self.number("page", in: request) - 1, of: 500)
        }
        let result = try await harness.run(job("{page: page, parallel: 6, limit: 25}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == lines(25))
        #expect(transport.requests.count == 3)
    }

    @Test func aStopEndsWhatIsUnderWay() async throws {
        let transport = ScriptedTransport { request, _ in
            let number = Self.number("page", in: request)
            if number == 3 { harness.interruption.interrupt(.terminated) }
            return number > 1 ? .hang : Self.page(number - 1, of: 500)
        }
        let result = try await harness.run(job("{page: page, parallel: 4}"), transport)
        #expect(result.outcome == .interrupted)
        #expect(harness.out.names == [])
    }

    /// Keyset and several cursors, which depend on the answer.
    @Test func followsAKeysetToItsEnd() async throws {
        let transport = ScriptedTransport { request, _ in
            let after = Self.number("after", in: request)
            let rows = (after + 1..<min(after + 4, 8)).map { #"{"id": \#($0)}"# }.joined(separator: ",")
            return .json(#"{"data": [\#(rows)]}"#)
        }
        let result = try await harness.run(job("{last_record: $.id, param: after}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == (0..<8).map { "{\"id\":\($0)}\n" }.joined())
        #expect(
            transport.urls.map { $0.split(separator: "=").last.map(String.init) } == [
                "https://api.example.com/items", "2", "5", "7",
            ])
    }

    @Test func aKeysetThatGoesRoundInCirclesIsFound() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"data": [{"id": 1}, {"id": 2}]}"#) }
        let result = try await harness.run(job("{last_record: $.id, param: after}"), transport)
        #expect(result.codes == ["E1401"])
        #expect(transport.requests.count <= 3)
    }

    @Test func followsSeveralCursorsAtOnce() async throws {
        let transport = ScriptedTransport { request, place in
            let next = place < 2 ? #""t\#(place + 1)""# : "null"
            return .json(#"{"data": [\#(place)], "shard": \#(next), "time": \#(place < 2 ? "\(place * 10)" : "null")}"#)
        }
        let result = try await harness.run(
            job(
                "{cursor: {shard: $.shard, time: $.time}}",
                query:
                    "{shard: \"${page.cursor.shard | default(null)}\", time: \"${page.cursor.time | default(null)}\"}"),
            transport)
        #expect(result.messages == "")
        #expect(
            transport.urls == [
                "https://api.example.com/items", "https://api.example.com/items?shard=t1&time=0",
                "https://api.example.com/items?shard=t2&time=10",
            ])
        #expect(harness.out.text("items.jsonl") == "0\n1\n2\n")
    }
}
