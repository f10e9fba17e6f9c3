import Diagnostics
import JSONPath
import Secrets
import Template
import Testing

@testable import JobFile

/// What the keys of syncs become.
struct SyncLoweringTests {
    private func call(_ text: String, environment: [String: String] = [:], secrets: [String: String] = [:]) throws
        -> Call
    {
        let loaded = load(text, environment: environment, secrets: secrets)
        #expect(loaded.diagnostics.map(\.title) == [])
        return try #require(loaded.job?.calls.first)
    }

    private func field(_ keys: String, query: String = "{a: \"${since}\", b: \"${until | default(1)}\"}") throws
        -> WatermarkField
    {
        let isWindow = keys.contains("window")
        let query = isWindow ? query : "{a: \"${since}\"}"
        let text = """
            calls:
              - get: https://a.example
                query: \(query)
                incremental: {field: $.updated_at\(keys.isEmpty ? "" : ", " + keys)}
            """
        return try #require(try call(text).incremental?.field)
    }

    @Test func defaults() throws {
        let field = try field("")
        #expect(field.path.value.text == "$.updated_at")
        #expect(field.type == .time)
        #expect(field.initial == nil)
        #expect(field.lookback == .none)
        #expect(!field.isAscending)
        #expect(field.format == .rfc3339)
        #expect(field.window == nil)
    }

    @Test(arguments: [
        ("initial: 2024-01-01T00:00:00Z", WatermarkType.time, WatermarkFormat.rfc3339),
        ("initial: 2024-01-01", .time, .rfc3339), ("initial: 2024-01-01 10:00:00", .time, .rfc3339),
        ("initial: 2024-01-01T00:00:00.5+0000", .time, .rfc3339), ("initial: 0", .integer, .rfc3339),
        ("initial: '12345678901234567890123'", .integer, .rfc3339), ("initial: -5", .integer, .rfc3339),
        ("initial: abc", .text, .rfc3339), ("initial: 0, type: text", .text, .rfc3339),
        ("initial: 1704067200, type: time", .time, .unix), ("initial: 0, type: time", .time, .unix),
        ("initial: 1704067200000, type: time", .time, .unixMilliseconds),
        ("initial: 1704067200, format: unix_ms", .time, .unixMilliseconds), ("format: unix", .time, .unix),
        ("format: 'yyyy/MM/dd'", .time, .pattern("yyyy/MM/dd")), ("type: integer", .integer, .rfc3339),
    ])
    func typeAndFormat(_ keys: String, type: WatermarkType, format: WatermarkFormat) throws {
        let field = try field(keys)
        #expect(field.type == type)
        #expect(field.format == format)
    }

    @Test func steps() throws {
        let times = try field("initial: 2024-01-01, lookback: 5m, order: ascending, window: {size: 1d}")
        #expect(times.lookback == .time(.seconds(300)))
        #expect(times.isAscending)
        #expect(times.window?.size == .time(.seconds(86_400)))
        #expect(times.window?.until == nil)
        let numbers = try field("initial: 0, lookback: 10, window: {size: 500, until: \"${run.id}\"}")
        #expect(numbers.lookback == .integer(10))
        #expect(numbers.window?.size == .integer(500))
        #expect(numbers.window?.until?.template.text == "${run.id}")
        #expect(try field("lookback: 0s").lookback == .none)
    }

    /// What is only known when the job is loaded is checked then.
    @Test func initialFromOutside() throws {
        let text = """
            calls:
              - get: https://a.example/?a=${since}
                incremental: {field: $.a, initial: "${env.FROM}", lookback: 5m}
            """
        #expect(try call(text, environment: ["FROM": "2024-05-01"]).incremental?.field?.type == .time)
        let wrong = load(text, environment: ["FROM": "12"])
        #expect(wrong.job == nil)
        #expect(wrong.codes == ["E0803"])
    }

    @Test func opaqueKinds() throws {
        let token = try call(
            "calls: [{get: 'https://a.example', incremental: {token: $.sync, param: syncToken}}]")
        guard case .token(let path, let parameter)? = token.incremental?.kind else { throw Unexpected() }
        #expect(path.value.text == "$.sync")
        #expect(parameter == "syncToken")
        let url = try call("calls: [{get: 'https://a.example', incremental: {next_url: $.delta}}]")
        guard case .nextURL(let path)? = url.incremental?.kind else { throw Unexpected() }
        #expect(path.value.text == "$.delta")
        #expect(url.incremental?.field == nil)
    }

    @Test func feeds() throws {
        let loaded = load(
            """
            calls:
              - {name: orders, get: https://a.example}
              - {name: customers, get: "https://a.example/${item.id}", for_each: "${calls.orders.records}"}
              - {name: parts, get: https://a.example, for_each: {in: "${calls.orders.body.parts}", key: "${item}"}}
              - {name: other, get: "https://a.example/${calls.orders.body.id}", for_each: [1]}
              - {name: status, get: https://a.example, for_each: {in: ["${calls.orders.status}"]}}
              - {name: last, get: https://a.example, for_each: {in: {file: "${calls.customers.records | first}"}}}
            """)
        #expect(loaded.job?.calls.map(\.feeds) == [["customers", "parts"], ["last"], [], [], [], []])
    }

    @Test func tables() throws {
        let call = try call(
            """
            secrets: {warehouse: {env: X}}
            calls:
              - get: https://a.example
                write:
                  - {sqlite: shop.db, table: "orders_${env.REGION}", key: [region, id], delete: $.gone}
                  - {postgres: "${secrets.warehouse}", table: shop.orders, mode: append}
                  - {sqlite: shop.db, table: all}
                  - {file: a.jsonl.gz, mode: append}
            """, environment: ["REGION": "eu"], secrets: ["warehouse": "postgres://me:pw@db/shop"])
        let sinks = call.writes
        #expect(sinks.map(\.mode) == [.merge, .append, .replace, .append])
        #expect(sinks.map(\.key) == [["region", "id"], [], [], []])
        #expect(sinks[0].delete?.value.text == "$.gone")
        guard case .sqlite(let path, "orders_eu") = sinks[0].target else { throw Unexpected() }
        #expect(path.template.text == "shop.db")
        guard case .postgres(let url, "shop.orders") = sinks[1].target else { throw Unexpected() }
        #expect(url == Secret("postgres://me:pw@db/shop"))
        #expect(sinks[3].format == nil)
    }

    @Test func secretThatIsNoDatabase() {
        let loaded = load(
            """
            secrets: {warehouse: {env: X}}
            calls: [{get: "https://a.example", write: {postgres: "${secrets.warehouse}", table: a}}]
            """, secrets: ["warehouse": "hunter2"])
        #expect(loaded.codes == ["E0212"])
        #expect(!loaded.diagnostics.map { "\($0)" }.joined().contains("hunter2"))
    }

    @Test func polling() throws {
        let short = try #require(try call("calls: [{get: 'https://a.example', poll: {until: $.done}}]").poll)
        #expect(short.condition?.value.text == "$.done")
        #expect(short.status == nil)
        #expect(short.fail == nil)
        #expect(short.every == .seconds(5))
        #expect(short.timeout == .seconds(600))
        let long = try #require(
            try call(
                """
                calls:
                  - get: https://a.example
                    poll: {until: {status: [200, 3xx], body: $.a}, fail: $.b, every: 1s, timeout: 2h}
                """
            ).poll)
        #expect(long.condition?.value.text == "$.a")
        #expect(long.status?.description == "200, 3xx")
        #expect(long.fail?.value.text == "$.b")
        #expect(long.every == .seconds(1))
        #expect(long.timeout == .seconds(7200))
    }

    @Test func idempotencyKeyAndConditional() throws {
        let plain = try call("calls: [{post: 'https://a.example', idempotency_key: true}]")
        #expect(plain.idempotencyKey?.header == "Idempotency-Key")
        #expect(plain.idempotencyKey?.within == .seconds(86_400))
        #expect(!plain.isConditional)
        let own = try call("calls: [{post: 'https://a.example', idempotency_key: {header: X-Id, within: 7d}}]")
        #expect(own.idempotencyKey?.header == "X-Id")
        #expect(own.idempotencyKey?.within == .seconds(604_800))
        #expect(try call("calls: [{get: 'https://a.example', conditional: true}]").isConditional)
    }

    @Test func otherKeys() throws {
        let text = """
            options: {lock: "${inputs.lock}"}
            inputs: {lock: skip}
            calls:
              - get: https://a.example
                paginate: {page: p, parallel: 4}
                records: $.a
                expect: {records: {min: 1, shrink: 25%}}
                rules: [{status: 410, do: reset}]
                query: {a: "${since}"}
                incremental: {field: $.a}
            """
            .replacing(", shrink: 25%", with: "")
        let job = try #require(load(text).job)
        #expect(job.options.lock == .skip)
        #expect(job.calls[0].pagination?.parallel == 4)
        #expect(job.calls[0].rules.map(\.action) == [.reset])
        let guarded = try call("calls: [{get: 'https://a.example', expect: {records: {shrink: 25%}}}]")
        #expect(guarded.expectation.records.shrink == 0.25)
        #expect(try call("calls: [{get: 'https://a.example', response: jsonl}]").responseFormat == .jsonl)
        // How long a stream takes is nobody's mistake.
        #expect(try call("calls: [{get: 'https://a.example', response: csv}]").transport.timeout == .zero)
    }

    @Test(arguments: [
        ("a.jsonl.gz", FileFormat.jsonl, FileCompression.gzip), ("x/a.CSV.GZ", .csv, .gzip),
        ("a.json.zst", .json, .zstd), ("a.tsv", .tsv, nil), ("a.gz", nil, .gzip), (".gz", nil, .gzip),
        ("a.gz/b.csv", .csv, nil), ("gz", nil, nil),
    ])
    func endings(_ path: String, format: FileFormat?, compression: FileCompression?) {
        #expect(FileFormat(path: path) == format)
        #expect(FileCompression(path: path) == compression)
    }
}

extension SyncLoweringTests {
    @Test func unsteadyVariables() throws {
        let loaded = load(
            """
            secrets: {key: {env: X}}
            vars:
              steady: "${env.A}"
              time: "${now()}"
              id: {a: ["x-${uuid()}"]}
              signed: "${secrets.key | sha256}"
              derived: "${vars.steady}/${vars.time}"
            calls: []
            """, environment: ["A": "b"], secrets: ["key": "c"])
        let job = try #require(loaded.job)
        #expect(job.values.unsteadyVars == ["time", "id", "signed", "derived"])
    }
}
