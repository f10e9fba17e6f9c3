import HTTP
import Testing

@testable import Engine

/// Calls that are made for each item.
@Suite struct LoopTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    /// The last part of a URL's path.
    private static func item(_ request: HTTPRequest) -> String {
        String(request.url.split(separator: "/").last ?? "")
    }

    @Test func callsForEachItemInOrder() async throws {
        let transport = ScriptedTransport { request, _ in .json(#"{"id": "\#(Self.item(request))"}"#) }
        let result = try await harness.run(
            """
            calls:
              - for_each: [1, b, 1.10]
                get: https://api.example.com/items/${item}
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "{\"id\":\"1\"}\n{\"id\":\"b\"}\n{\"id\":\"1.10\"}\n")
    }

    @Test func keepsTheOrderOfTheItemsWhateverComesFirst() async throws {
        // Nobody answers before eight requests are there, and then the last one first.
        let barrier = Barrier(count: 8)
        let transport = ScriptedTransport { request, _ in
            await barrier.wait(Int(Self.item(request)) ?? 0)
            return .json("[\(Self.item(request))]")
        }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [0, 1, 2, 3, 4, 5, 6, 7], concurrency: 8}
                get: https://api.example.com/items/${item}
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(transport.mostRunning == 8)
        #expect(harness.out.text("items.jsonl") == "0\n1\n2\n3\n4\n5\n6\n7\n")
    }

    @Test func loopsOverTheRecordsOfAnEarlierCall() async throws {
        let transport = ScriptedTransport { request, _ in
            if request.url.hasSuffix("/orders") {
                return .json(#"[{"c": 3}, {"c": 1}, {"c": 3}, {"c": 2}, {"c": 1}]"#)
            }
            return .json(#"{"name": "\#(Self.item(request))"}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - name: orders
                get: https://api.example.com/orders
                fields: {customer: $.c}
              - name: customers
                for_each: {in: "${calls.orders.records}", as: order, distinct: "${order.customer}", concurrency: 2}
                get: https://api.example.com/customers/${order.customer}
                extract: {name: $.name}
                write: customers.jsonl
              - get: https://api.example.com/done
                query: {names: '${calls.customers.name | join("+")}'}
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("customers.jsonl") == "{\"name\":\"3\"}\n{\"name\":\"1\"}\n{\"name\":\"2\"}\n")
        #expect(transport.urls.last == "https://api.example.com/done?names=3%2B1%2B2")
        #expect(result.calls[1].responses == 3)
    }

    @Test func putsItemsOfAFileTogether() async throws {
        try harness.work.write("skus.csv", "sku,amount\nA,1\nB,2\nC,3\n")
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: {file: skus.csv}, as: batch, batch: 2}
                post: https://api.example.com/upload
                json: {count: "${batch | length}", first: "${batch[0].sku}"}
                write: sent.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(
            transport.requests.map(\.body) == [
                .bytes(Array(#"{"count":2,"first":"A"}"#.utf8), isSecret: false),
                .bytes(Array(#"{"count":1,"first":"C"}"#.utf8), isSecret: false),
            ])
    }

    @Test func doesNothingForNoItems() async throws {
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - for_each: []
                get: https://api.example.com/${item}
                write: items.jsonl
            """, transport)
        #expect(result.outcome == .success)
        #expect(transport.requests.isEmpty)
    }

    @Test func passesOverItemsThatARuleSkips() async throws {
        let transport = ScriptedTransport { request, _ in
            Self.item(request) == "2" ? .status(404) : .json(#"{"id": \#(Self.item(request))}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [1, 2, 3], concurrency: 3}
                get: https://api.example.com/items/${item}
                rules: [{status: 404, do: skip}]
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "{\"id\":1}\n{\"id\":3}\n")
    }

    @Test func endsWithTheFirstItemThatFails() async throws {
        let transport = ScriptedTransport { request, _ in
            switch Self.item(request) {
            case "2": .status(500)
            case "3": .hang
            default: .json("{}")
            }
        }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [1, 2, 3], concurrency: 3, key: "number ${item}"}
                get: https://api.example.com/items/${item}
                retry: false
                write: items.jsonl
            """, transport)
        #expect(result.codes == ["E1201"])
        #expect(result.messages.contains("the item: number 2"))
        #expect(harness.out.names == [])
    }

    @Test func goesOnAfterAnItemThatFailsAndWritesItDown() async throws {
        try harness.out.write("items.jsonl", "yesterday\n")
        let transport = ScriptedTransport { request, _ in
            ["2", "4"].contains(Self.item(request)) ? .status(500) : .json("{}")
        }
        let result = try await harness.run(
            """
            calls:
              - name: details
                for_each: {in: [{id: 1}, {id: 2}, {id: 3}, {id: 4}], on_error: continue, failed: failed/items.jsonl}
                get: https://api.example.com/items/${item.id}
                retry: false
                write: items.jsonl
            """, transport)
        #expect(transport.requests.count == 4)
        #expect(result.codes == ["E1703"])
        #expect(result.exitCode == .callFailed)
        #expect(result.messages.contains("2 of 4 items of the call 'details' were not done"))
        #expect(harness.out.text("failed/items.jsonl") == "{\"id\":2}\n{\"id\":4}\n")
        #expect(harness.out.text("items.jsonl") == "yesterday\n")
    }

    @Test func writesTheItemsOfAFailedBatchOneByOne() async throws {
        let transport = ScriptedTransport(.status(500))
        _ = try await harness.run(
            """
            calls:
              - for_each: {in: [1, 2, 3], batch: 2, on_error: continue, failed: failed.jsonl}
                post: https://api.example.com/upload
                json: ${item}
                retry: false
            """, transport)
        #expect(harness.out.text("failed.jsonl") == "1\n2\n3\n")
    }

    @Test func publishesAnEmptyFileWhenAllWereDone() async throws {
        try harness.out.write("failed.jsonl", "yesterday\n")
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [1], on_error: continue, failed: failed.jsonl}
                get: https://api.example.com/${item}
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("failed.jsonl") == "")
    }

    @Test func endsALoopThatCannotGoOn() async throws {
        try harness.out.write("blocked", "a file")
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [1, 2, 3], on_error: continue}
                get: https://api.example.com/${item}
                write: blocked/${item}.json
            """, transport)
        #expect(result.exitCode == .cannotWrite)
        #expect(result.codes == ["E1501"])
    }

    @Test(arguments: [
        ("none.csv", "", "No such file or directory"),
        ("bad.csv", "a,b\n1\n", "line 2: 1 fields, but the header row has 2"),
        ("bad.jsonl", "{}\n{\n", "line 2: "),
    ])
    func saysWhatIsWrongWithAFile(name: String, text: String, message: String) async throws {
        if !text.isEmpty { try harness.work.write(name, text) }
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: {file: \(name)}}
                get: https://api.example.com/
            """, transport)
        #expect(result.codes == ["E1306"])
        #expect(result.messages.contains(message))
    }

    @Test func pagesWithinItems() async throws {
        let transport = ScriptedTransport { request, _ in
            let item = request.url.contains(".com/a") ? "a" : "b"
            return request.url.contains("cursor")
                ? .json(#"{"data": ["\#(item)2"]}"#) : .json(#"{"data": ["\#(item)1"], "next": "c"}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [a, b], concurrency: 2}
                get: https://api.example.com/${item}
                paginate: {cursor: $.next, param: cursor}
                records: $.data[*]
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "\"a1\"\n\"a2\"\n\"b1\"\n\"b2\"\n")
    }

    @Test func writesAFileForEachItem() async throws {
        let transport = ScriptedTransport { request, _ in .json("[\"\(Self.item(request))\"]") }
        let result = try await harness.run(
            """
            calls:
              - for_each: {in: [a, b], concurrency: 2}
                get: https://api.example.com/${item}
                write: ${item}/page.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("a/page.jsonl") == "\"a\"\n")
        #expect(harness.out.text("b/page.jsonl") == "\"b\"\n")
    }
}
