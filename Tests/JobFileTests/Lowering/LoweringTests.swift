import Diagnostics
import JSON
import JobFile
import Secrets
import Template
import Testing

/// What a job file becomes.
struct LoweringTests {
    @Test func aSmallJob() throws {
        let job = try #require(
            load(
                """
                auth:
                  token_url: https://auth.example.com/oauth/token
                  client_id: ${env.ID}
                  client_secret: ${env.SECRET}
                  scope: read:data write:data
                calls:
                  - get: https://API.example.com:443/resource
                    records: $.items[*]
                    write: resource.jsonl
                """, environment: ["ID": "me", "SECRET": "hush"], name: "jobs/orders.yaml"
            ).job)
        #expect(job.name == "orders")
        #expect(job.calls.map(\.name) == ["call_1"])
        let source = try #require(job.tokenSources.first)
        #expect(source.name == "default")
        #expect(source.allowedOrigins == ["https://api.example.com"])
        guard case .oauth(let oauth) = source.kind else { throw Unexpected() }
        #expect(oauth.client.id?.value == "me")
        #expect(oauth.client.secret?.value.reveal() == "hush")
        #expect(oauth.scope == ["read:data", "write:data"])
        #expect(oauth.client.method?.value == .clientSecretPost)
        #expect(oauth.handling.refreshOn == [401])
        let call = job.calls[0]
        #expect(call.authorization == .source("default"))
        #expect(call.staticOrigin == "https://api.example.com")
        #expect(call.request.method == "GET")
        #expect(call.isIdempotent)
        #expect(call.retry == RetrySettings())
        #expect(call.transport == TransportSettings())
        #expect(call.request.headers.map(\.name) == ["Accept"])
        #expect(call.span(ofKey: "url").text == "get")
    }

    @Test func defaultsAndCallsMerge() throws {
        let job = try #require(
            load(
                """
                defaults:
                  base_url: https://a.example/v1
                  headers: {X-A: 1, X-B: "${env.B}", Accept: null}
                  query: {a: 1, b: 2}
                  retry: {attempts: 7, base: 1s, statuses: [429, 5xx]}
                  timeout: 1m
                  on_error: continue
                calls:
                  - get: /x
                    headers: {x-a: 2, X-B: null}
                    query: {b: [3, 4]}
                    retry: {attempts: 2, base: null}
                  - get: /y
                    retry: false
                    timeout: ${env.T}
                    on_error: fail
                """, environment: ["B": "b", "T": "5s"]
            ).job)
        let first = job.calls[0]
        #expect(first.request.baseURL == "https://a.example/v1")
        #expect(first.request.headers.map(\.name) == ["Accept", "x-a", "X-B"])
        #expect(first.request.query.map(\.name) == ["a", "b"])
        #expect(first.request.query[1].isList)
        #expect(first.retry.maxAttempts == 2)
        #expect(first.retry.baseDelay == .milliseconds(500))
        #expect(first.retry.statuses.count == 101)
        #expect(first.transport.timeout == .seconds(60))
        #expect(first.onError == .continue)
        #expect(first.keySpans["retry.attempts"] != nil)
        #expect(first.keySpans["timeout"] == nil)
        let second = job.calls[1]
        #expect(second.retry.maxAttempts == 1)
        #expect(second.transport.timeout == .seconds(5))
        #expect(second.onError == .fail)
        guard case .literal(.string("b"))? = second.request.headers.first(where: { $0.name == "X-B" })?.values.first
        else { throw Unexpected() }
    }

    @Test func callsOfFinallyAreShort() throws {
        let job = try #require(
            load(
                """
                auth: {type: bearer, token: x, name: a}
                defaults: {base_url: https://a.example, timeout: 1m, retry: {attempts: 9}, max_wait: 1h, auth: a}
                calls: [{get: /x}]
                finally:
                  - get: /done
                  - {get: /done, auth: a, timeout: 3s, retry: {attempts: 2}}
                """
            ).job)
        #expect(job.finalCalls.map(\.name) == ["finally_1", "finally_2"])
        #expect(job.finalCalls[0].authorization == .none)
        #expect(job.finalCalls[0].transport.timeout == .seconds(10))
        #expect(job.finalCalls[0].retry.maxAttempts == 1)
        #expect(job.finalCalls[0].maxWait == .seconds(10))
        #expect(job.finalCalls[1].authorization == .source("a"))
        #expect(job.finalCalls[1].transport.timeout == .seconds(3))
        #expect(job.finalCalls[1].retry.maxAttempts == 2)
        #expect(job.calls[0].authorization == .source("a"))
    }

    @Test func methodsAndWhetherTheyMayBeRepeated() throws {
        let job = try #require(
            load(
                """
                defaults: {base_url: https://a.example}
                calls:
                  - {post: /a}
                  - {post: /a, idempotent: true}
                  - {patch: /a}
                  - {put: /a}
                  - {delete: /a}
                  - {post: /a, graphql: {query: "query A { mutation }"}}
                  - {post: /a, graphql: {query: "fragment F on X { a } mutation B { c }"}}
                  - {get: /a, idempotent: false}
                  - {request: {method: report, url: /a}}
                """
            ).job)
        #expect(job.calls.map(\.isIdempotent) == [false, true, false, true, true, true, false, false, false])
        #expect(job.calls.map(\.request.method).last == "REPORT")
    }

    @Test func originsAreThoseKnownBeforehand() throws {
        let job = try #require(
            load(
                """
                inputs: {region: eu}
                vars: {api: "https://${inputs.region}.a.example:8443/v1", path: /items}
                auth: {type: bearer, token: x}
                defaults: {base_url: "${vars.api}"}
                calls:
                  - {name: a, get: /x, extract: {url: $.url, host: $.host}}
                  - {get: "${calls.a.url}"}
                  - {get: "https://${calls.a.host}.b.example/"}
                  - {get: "https://b.example/${calls.a.host}"}
                  - {get: "${vars.path}/${calls.a.host}"}
                  - {get: "https://c.example", auth: none}
                """
            ).job)
        #expect(
            job.calls.map(\.staticOrigin) == [
                "https://eu.a.example:8443", nil, nil, "https://b.example", "https://eu.a.example:8443",
                "https://c.example",
            ])
        #expect(job.tokenSources[0].allowedOrigins == ["https://eu.a.example:8443", "https://b.example"])
    }

    @Test func inputsHaveTheirTypes() throws {
        let loaded = load(
            """
            inputs:
              count: 25
              price: 1.10
              full: false
              name: x
              note: {type: text, default: null}
              id: {type: text}
            calls: []
            """, inputs: [("count", "7"), ("full", "true"), ("id", "007"), ("id", "008")])
        let values = try #require(loaded.job?.values.inputs)
        #expect(values["count"] == .number(JSONNumber(7)))
        #expect(values["price"]?.serialized() == "1.10")
        #expect(values["full"] == .bool(true))
        #expect(values["name"] == .string("x"))
        #expect(values["note"] == .null)
        #expect(values["id"] == .string("008"))
    }

    @Test func variablesAreEvaluatedInTheirOrder() throws {
        let loaded = load(
            """
            secrets: {key: {env: KEY}}
            vars: {c: ["${vars.b}", 1.10], b: "${vars.a}!", a: "${env.A}", d: "${secrets.key}"}
            calls: []
            """, environment: ["A": "x"], secrets: ["key": "hush"])
        let values = try #require(loaded.job?.values.vars)
        #expect(values["c"]?.json.serialized() == #"["x!",1.10]"#)
        #expect(values["d"]?.isSecret == true)
    }

    @Test func whatLaterTemplatesUseIsKept() throws {
        let job = try #require(
            load(
                """
                calls:
                  - {name: a, get: https://a.example}
                  - {name: b, get: https://a.example}
                  - {name: c, get: https://a.example, for_each: "${calls.a.records}"}
                finally:
                  - {post: https://a.example, json: {body: "${calls.b.body}"}}
                """
            ).job)
        #expect(job.calls.map(\.recordsAreReferenced) == [true, false, false])
        #expect(job.calls.map(\.bodyIsReferenced) == [false, true, false])
    }

    @Test func doubledDollarsAreLiteral() throws {
        let job = try #require(
            load(
                "calls: [{get: 'https://a.example/$${x}', name: a, headers: {X: 'a$${b}'}}]\ndescription: costs $${5}\n"
            )
            .job)
        #expect(job.summary == "costs ${5}")
        #expect(job.calls[0].request.url.template.literalText == "https://a.example/${x}")
    }

    @Test func longFormsMeanTheSame() throws {
        let short = try #require(
            load(
                """
                calls:
                  - {name: a, get: https://a.example, extract: {x: $.x}, write: a.csv, fields: {x: $.x, y: "${record.y}"}}
                  - {get: https://a.example, for_each: "${calls.a.records}", write: stdout}
                """
            ).job)
        let long = try #require(
            load(
                """
                calls:
                  - name: a
                    request: {method: GET, url: https://a.example}
                    extract: {x: {json: $.x}}
                    write: [{file: a.csv}]
                    fields: {x: {path: $.x}, y: {value: "${record.y}"}}
                  - {get: https://a.example, for_each: {in: "${calls.a.records}"}, write: {file: stdout}}
                """
            ).job)
        for (left, right) in zip(short.calls, long.calls) {
            #expect(left.request.method == right.request.method)
            #expect(left.request.url.template.text == right.request.url.template.text)
            #expect(
                left.extractions.map { "\($0.name) \($0.isRequired)" }
                    == right.extractions.map { "\($0.name) \($0.isRequired)" })
            #expect(left.writes.map(Self.describe) == right.writes.map(Self.describe))
            #expect(left.forEach?.itemName == right.forEach?.itemName)
            #expect(left.fields?.count == right.fields?.count)
        }
    }

    private static func describe(_ sink: SinkTemplate) -> String {
        switch sink.target {
        case .stdout: "stdout \(sink.mode) \(sink.format?.rawValue ?? "-")"
        case .file(let path): "\(path.template.text) \(sink.mode) \(sink.format?.rawValue ?? "-")"
        case .sqlite(let path, let table): "\(path.template.text) \(table) \(sink.mode)"
        case .postgres(_, let table): "\(table) \(sink.mode)"
        }
    }
}

/// Something is not of the kind that it should be.
struct Unexpected: Error {}
