import HTTP
import Testing

@testable import Engine

/// Whole runs that go well.
@Suite struct RunTests {
    private let harness: Harness

    init() throws {
        harness = try Harness()
    }

    @Test func writesTheRecordsOfACall() async throws {
        let transport = ScriptedTransport(.json(#"{"data": [{"id": 1.10, "x": {"y": [1, 2]}}, {"id": 2}]}"#))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                query: {limit: 2, q: "a b"}
                headers: {Accept: application/json}
                records: $.data[*]
                write: [items.jsonl, sub/items.csv]
            """, transport)
        #expect(result.messages == "")
        #expect(result.outcome == .success)
        #expect(result.exitCode == .success)
        #expect(transport.urls == ["https://api.example.com/items?limit=2&q=a%20b"])
        #expect(transport.requests.first?.headers.first("accept") == "application/json")
        #expect(harness.out.text("items.jsonl") == #"{"id":1.10,"x":{"y":[1,2]}}"# + "\n" + #"{"id":2}"# + "\n")
        #expect(harness.out.text("sub/items.csv")?.hasPrefix("id,x") == true)
        #expect(harness.out.names == ["items.jsonl", "sub", "sub/items.csv"])
        #expect(result.calls.map(\.name) == ["call_1"])
        #expect(result.calls.first?.records == 2)
        #expect(result.calls.first?.responses == 1)
    }

    @Test func takesFieldsOut() async throws {
        let transport = ScriptedTransport(.json(#"[{"id": 1, "lines": [{"sku": "a"}]}]"#))
        _ = try await harness.run(
            """
            inputs: {region: eu}
            calls:
              - get: https://api.example.com/items
                fields:
                  id: $.id
                  skus: $.lines[*].sku
                  region: ${inputs.region}
                write: items.jsonl
            """, transport)
        #expect(harness.out.text("items.jsonl") == #"{"id":1,"skus":["a"],"region":"eu"}"# + "\n")
    }

    @Test func handsValuesFromCallToCall() async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "POST"
                ? .json(
                    #"{"id": 7, "name": "x"}"#, status: 201, headers: [("Location", "https://api.example.com/items/7")])
                : .json(#"{"ok": true}"#)
        }
        let result = try await harness.run(
            """
            calls:
              - name: created
                post: https://api.example.com/items
                json: {name: x, price: 1.10, note: null}
                extract:
                  id: $.id
                  location: {header: Location}
              - get: ${calls.created.location}
                query: {id: "${calls.created.id}", status: "${calls.created.status}", name: "${calls.created.body.name}"}
                write: item.json
            """, transport)
        #expect(result.messages == "")
        #expect(
            transport.requests.first?.body
                == .bytes(Array(#"{"name":"x","price":1.10,"note":null}"#.utf8), isSecret: false))
        #expect(transport.requests.first?.headers.first("Content-Type") == "application/json")
        #expect(transport.urls.last == "https://api.example.com/items/7?id=7&status=201&name=x")
    }

    @Test(arguments: [("true", 2), ("false", 1), ("null", 1)])
    func callsWhenItIsWanted(value: String, requests: Int) async throws {
        let transport = ScriptedTransport(.json(#"{"more": \#(value)}"#))
        let result = try await harness.run(
            """
            calls:
              - name: first
                get: https://api.example.com/first
                extract: {more: $.more}
              - name: second
                when: ${calls.first.more}
                get: https://api.example.com/second
                write: second.json
            """, transport)
        #expect(transport.requests.count == requests)
        #expect(result.calls.map(\.outcome) == [.done, requests == 2 ? .done : .skipped])
        #expect((harness.out.text("second.json") != nil) == (requests == 2))
    }

    @Test func passesOverWhatARuleSkips() async throws {
        let transport = ScriptedTransport(.status(404, "gone"))
        let result = try await harness.run(
            """
            calls:
              - name: gone
                get: https://api.example.com/customers/13
                rules: [{status: 404, do: skip}]
                extract: {name: $.name}
                write: gone.jsonl
              - get: https://api.example.com/next
                query: {name: "${calls.gone.name}"}
                rules: [{status: 404, do: ok}]
                response: text
            """, transport)
        #expect(result.messages == "")
        #expect(result.calls.map(\.outcome) == [.skipped, .done])
        #expect(transport.urls.last == "https://api.example.com/next")
        #expect(harness.out.names == [])
    }

    @Test func takesNoRecordsFromAnEmptyAnswer() async throws {
        let transport = ScriptedTransport(.status(204))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("items.jsonl") == "")
    }

    @Test func writesTextAsOneRecord() async throws {
        let transport = ScriptedTransport(.answer(status: 200, headers: [], body: "say \"hi\"\n"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/page
                response: text
                extract: {word: {regex: "^([a-z]+)"}}
                write: page.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("page.jsonl") == #""say \"hi\"\n""# + "\n")
    }

    @Test func sendsFilesFromTheWorkingFolder() async throws {
        try harness.work.write("data/note.txt", "A note")
        let transport = ScriptedTransport(.json("{}"))
        let result = try await harness.run(
            """
            calls:
              - put: https://api.example.com/note
                body_file: data/note.txt
            """, transport)
        #expect(result.messages == "")
        #expect(transport.requests.first?.body == .file(path: harness.work.path("data/note.txt")))
    }

    @Test func streamsADownload() async throws {
        let transport = ScriptedTransport(.answer(status: 200, headers: [], body: "bytes\0bytes"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/report
                download: reports/report.bin
            """, transport)
        #expect(result.messages == "")
        #expect(harness.out.text("reports/report.bin") == "bytes\0bytes")
        #expect(result.calls.first?.bytes == 11)
        #expect(transport.requests.first?.options.timeout == .zero)
    }

    @Test func appendsToWhatIsThere() async throws {
        try harness.out.write("log.jsonl", "{\"id\":0}\n")
        let transport = ScriptedTransport(.json(#"[{"id": 1}]"#))
        _ = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                write: {file: log.jsonl, mode: append}
            """, transport)
        #expect(harness.out.text("log.jsonl") == "{\"id\":0}\n{\"id\":1}\n")
    }

    @Test func retriesAndCountsIt() async throws {
        let transport = ScriptedTransport(.status(503), .status(503), .json("[1]"))
        let result = try await harness.run(
            """
            calls:
              - get: https://api.example.com/items
                write: items.jsonl
            """, transport)
        #expect(result.messages == "")
        #expect(result.calls.first?.retries == 2)
        #expect(harness.out.text("items.jsonl") == "1\n")
    }

    @Test func tellsItsObserverWhatHappens() async throws {
        let transport = ScriptedTransport(.json("[1, 2]"))
        _ = try await harness.run(
            """
            calls:
              - name: items
                get: https://api.example.com/items
                write: items.jsonl
            """, transport)
        let events = harness.observer.events.map { event in
            switch event {
            case .callStarted(let name): "started \(name)"
            case .pageReceived(let call, let records, let bytes): "page \(call) \(records) \(bytes)"
            case .callEnded(let report): "ended \(report.name) \(report.outcome)"
            case .exchange(let call, .requestSent): "sent \(call)"
            case .exchange(let call, .responseReceived): "received \(call)"
            default: "other"
            }
        }
        #expect(events == ["started items", "sent items", "received items", "page items 2 6", "ended items done"])
    }

    @Test func runsOneCallWithThoseItRefersTo() async throws {
        let transport = ScriptedTransport(.json(#"{"id": 1}"#))
        let job = """
            calls:
              - name: first
                get: https://api.example.com/first
                extract: {id: $.id}
                write: first.json
              - name: other
                get: https://api.example.com/other
                write: other.json
              - name: second
                get: https://api.example.com/second/${calls.first.id}
                write: second.json
              - name: third
                get: https://api.example.com/third
                write: third.json
            """
        let result = try await harness.run(job, only: "second", transport)
        #expect(result.messages == "")
        #expect(transport.urls == ["https://api.example.com/first", "https://api.example.com/second/1"])
        #expect(harness.out.names == ["second.json"])
        let unknown = try await harness.run(job, only: "fourth", transport)
        #expect(unknown.exitCode == .usage)
        #expect(unknown.messages.contains("first, other, second, third"))
    }
}
