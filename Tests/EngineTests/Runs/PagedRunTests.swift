import HTTP
import Testing

@testable import Engine

/// Whole runs over pages.
@Suite struct PagedRunTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    /// Three pages of two records each, by cursor.
    private func pages(_ request: HTTPRequest) -> ScriptedTransport.Reply {
        let page = request.url.contains("cursor=c2") ? 2 : request.url.contains("cursor=c1") ? 1 : 0
        let next = page < 2 ? "\"c\(page + 1)\"" : "null"
        return .json(#"{"data": [\#(page * 2), \#(page * 2 + 1)], "total": 6, "next": \#(next)}"#)
    }

    private let job = """
        calls:
          - get: https://api.example.com/items
            query: {limit: 2}
            paginate: {cursor: $.next, param: cursor}
            records: $.data[*]
            write: items.jsonl
        """

    @Test func followsACursorToItsEnd() async throws {
        let transport = ScriptedTransport { request, _ in pages(request) }
        let result = try await harness.run(job, transport)
        #expect(result.messages == "")
        #expect(
            transport.urls == [
                "https://api.example.com/items?limit=2", "https://api.example.com/items?limit=2&cursor=c1",
                "https://api.example.com/items?limit=2&cursor=c2",
            ])
        #expect(harness.out.text("items.jsonl") == "0\n1\n2\n3\n4\n5\n")
        #expect(result.calls.first?.responses == 3)
        #expect(result.calls.first?.records == 6)
    }

    @Test func placesACursorByHand() async throws {
        let transport = ScriptedTransport { _, place in
            .json(#"{"data": [\#(place)], "next": \#(place < 1 ? "\"c1\"" : "null")}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - post: https://api.example.com/search
                json: {after: "${page.cursor}", page: "${page.number}", offset: "${page.offset}"}
                idempotent: true
                paginate: {cursor: $.next}
                records: $.data[*]
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        let bodies = transport.requests.map(\.body)
        #expect(bodies.first == .bytes(Array(#"{"after":null,"page":1,"offset":0}"#.utf8), isSecret: false))
        #expect(bodies.last == .bytes(Array(#"{"after":"c1","page":2,"offset":1}"#.utf8), isSecret: false))
    }

    @Test func followsRelativeURLs() async throws {
        let transport = ScriptedTransport { _, place in
            .json("[\(place)]", headers: place < 2 ? [("Link", "<?page=\(place + 2)>; rel=\"next\"")] : [])
        }
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items?page=1
                query: {limit: 1}
                paginate: {link: next}
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(
            transport.urls == [
                "https://api.example.com/items?page=1&limit=1", "https://api.example.com/items?page=2",
                "https://api.example.com/items?page=3",
            ])
        #expect(harness.out.text("items.jsonl") == "0\n1\n2\n")
    }

    @Test func stopsAtTheLimit() async throws {
        let transport = ScriptedTransport { request, _ in pages(request) }
        let result = try await harness.run(
            job.replacingOccurrence(of: "param: cursor}", with: "param: cursor, limit: 3}"), transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "0\n1\n2\n")
        #expect(transport.requests.count == 2)
    }

    @Test func extractsFromTheLastPageThatHasIt() async throws {
        let transport = ScriptedTransport { _, place in
            .json(place == 0 ? #"{"data": [1], "seen": 1, "next": "c1"}"# : #"{"data": [2]}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - name: items
                get: https://api.example.com/items
                paginate: {cursor: $.next, param: cursor}
                records: $.data[*]
                extract: {seen: $.seen}
              - get: https://api.example.com/done
                query: {seen: "${calls.items.seen}"}
                write: done.json
            """, transport)
        #expect(result.messages == "")
        #expect(transport.urls.last == "https://api.example.com/done?seen=1")
    }

    @Test func leavesYesterdaysFileWhenALatePageFails() async throws {
        try harness.out.write("items.jsonl", "yesterday\n")
        let transport = ScriptedTransport { request, place in place < 2 ? pages(request) : .status(500, "boom") }
        let result = try await harness.run(job, transport)
        #expect(result.exitCode == .callFailed)
        #expect(result.codes == ["E1201"])
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
        #expect(harness.out.names == ["items.jsonl"])
        #expect(result.calls.first?.outcome == .failed)
        #expect(result.calls.first?.records == 4)
    }

    @Test(arguments: [
        ("cursor: $.next, param: cursor", #"{"data": [1], "next": "c1"}"#, "E1401", 3),
        ("page: p", #"{"data": [1]}"#, "E1401", 2),
        ("offset: o", #"{"data": [1]}"#, "E1401", 2),
        ("next_url: $.next", #"{"data": [1], "next": "/items"}"#, "E1401", 3),
        ("cursor: $.next, param: cursor, total: $.total", #"{"data": [1], "total": 9}"#, "E1402", 1),
        ("cursor: $.next, param: cursor, max_pages: 1", #"{"data": [1], "next": "c1"}"#, "E1403", 1),
        ("next_url: $.next", #"{"data": [1], "next": "ftp://x/"}"#, "E1404", 1),
        ("cursor: $.next, param: cursor", #"{"data": [1], "next": {}}"#, "E1405", 1),
        ("last_record: $.id, param: after", #"{"data": [{}]}"#, "E1405", 1),
    ])
    func failsWhereTheResultWouldNotBeWhole(
        paginate: String, body: String, code: String, requests: Int
    ) async throws {
        let transport = ScriptedTransport(.json(body))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                paginate: {\(paginate)}
                records: $.data[*]
                write: items.jsonl
            """, transport)
        #expect(result.codes == [code])
        #expect(result.exitCode == .callFailed)
        #expect(transport.requests.count == requests)
        #expect(harness.out.names == [])
    }

    @Test(arguments: ["stop", "skip"])
    func takesAnAnswerThatIsNoPageForTheEnd(action: String) async throws {
        let transport = ScriptedTransport(.json(#"{"data": [1]}"#), .json(#"{"data": [2]}"#), .status(404, "<html>"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                paginate: {page: p}
                records: $.data[*]
                rules: [{status: 404, do: \(action)}]
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(result.calls.first?.outcome == .done)
        #expect(harness.out.text("items.jsonl") == "1\n2\n")
    }

    @Test func holdsTheEndAgainstThePromise() async throws {
        let transport = ScriptedTransport(.json(#"{"data": [1], "total": 9}"#), .status(404))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                paginate: {page: p, total: $.total}
                records: $.data[*]
                rules: [{status: 404, do: stop}]
                write: items.jsonl
            """, transport)
        #expect(result.codes == ["E1402"])
        #expect(harness.out.names == [])
    }

    @Test func keepsThePageThatARuleCallsTheLast() async throws {
        let transport = ScriptedTransport(.json(#"{"data": [1], "next": "c1", "done": true}"#))
        let result = try await harness.run(
            job + "\n    rules: [{body: $.done, do: stop}]", transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "1\n")
        #expect(transport.requests.count == 1)
    }

    @Test func keepsSecretsFromTheHostOfANextPage() async throws {
        let transport = ScriptedTransport(.json(#"{"data": [1], "next": "https://evil.example.com/items"}"#))
        let result = try await harness.run(
            """
            secrets: {key: {env: SECRET}}
            calls:
              - get: https://api.example.com/items
                headers: {X-Key: "${secrets.key}"}
                paginate: {next_url: $.next}
                records: $.data[*]
                write: items.jsonl
            """, transport)
        #expect(result.codes == ["E1404"])
        #expect(transport.urls == ["https://api.example.com/items"])
    }
}

extension String {
    /// The text with the one occurrence of a part replaced.
    fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
