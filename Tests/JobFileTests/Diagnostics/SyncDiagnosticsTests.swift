import Diagnostics
import Testing

/// E08xx: syncs, and what else can be wrong with their keys.
struct SyncDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0220", "a day of the month is dd",
            """
            calls:
              - get: https://a.example/?a=${since}
                incremental: {field: $.a, format: yyyy-MM-⟦DD⟧}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a, format: "yyyy-MM-dd'T'HH:mm"}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a, format: ⟦"123"⟧}
            """),
        DiagnosticCase(
            "E0221", "did you mean 50%?",
            """
            calls:
              - {get: https://a.example, expect: {records: {shrink: ⟦50⟧}}}
              - {get: https://a.example, expect: {records: {shrink: 0.5}}}
              - {get: https://a.example, expect: {records: {shrink: 12.5%}}}
              - {get: https://a.example, expect: {records: {shrink: ⟦half⟧}}}
              - {get: https://a.example, expect: {records: {shrink: ⟦-1%⟧}}}
            """),
        DiagnosticCase(
            "E0222", "begin names that are taken",
            """
            calls:
              - get: https://a.example
                write:
                  - {sqlite: a.db, table: ⟦errand_positions⟧}
                  - {sqlite: a.db, table: ⟦x.SQLITE_y⟧}
                  - {sqlite: a.db, table: ⟦a..b⟧}
                  - {sqlite: a.db, table: my own table}
                  - {sqlite: a.db, table: "a${env.A}"}
            """),
        DiagnosticCase(
            "E0506", "incremental has no window",
            """
            calls:
              - get: https://a.example/?a=${since}&b=${⟦until⟧}
                incremental: {field: $.a}
                for_each: {in: ["${⟦since⟧}"], key: "${item}"}
                write: {file: a.jsonl, mode: append}
            """),
        DiagnosticCase(
            "E0506", "the call has no incremental",
            """
            calls:
              - {get: "https://a.example/${⟦since⟧}", write: "${⟦until⟧}.csv"}
            """),
        DiagnosticCase(
            "E0506", "the whole URL of the last page",
            """
            calls:
              - {get: "https://a.example/${⟦since⟧}", incremental: {next_url: $.a}}
            """),
        DiagnosticCase(
            "E0505", "is not kept",
            """
            calls:
              - {name: a, get: https://a.example, response: csv}
              - {get: "https://a.example/${⟦calls.a.body⟧}", for_each: "${calls.a.records}"}
            """),
        DiagnosticCase(
            "E0604", "use .jsonl",
            """
            calls:
              - {get: https://a.example, write: ⟦{file: a.json.gz, mode: append}⟧}
            """),
        DiagnosticCase(
            "E0606", "the table 'Orders' is written twice",
            """
            calls:
              - get: https://a.example
                write:
                  - {sqlite: a.db, table: orders}
                  - {sqlite: a.db, table: customers, key: id}
              - get: https://a.example
                write:
                  - ⟦{sqlite: ./a.db, table: Orders, key: id}⟧
                  - {sqlite: a.db, table: customers, key: id}
                  - {sqlite: b.db, table: orders}
                  - {file: ⟦b.db⟧, format: csv}
            """),
        DiagnosticCase(
            "E0608", "each row is a record",
            """
            calls:
              - get: https://a.example
                response: csv
                ⟦records⟧: $.a
                fields: {a: $.a}
              - get: https://a.example
                response: jsonl
                paginate: {⟦next_url⟧: $.a}
                extract: {a: ⟦$.a⟧, b: {header: X}}
              - get: https://a.example/?a=${since}
                response: jsonl
                incremental: {⟦token⟧: $.a}
              - get: https://a.example
                response: text
                poll: {until: ⟦$.done⟧}
            """),
        DiagnosticCase(
            "E0609", "has nothing to look at",
            """
            calls:
              - {get: "https://a.example/?a=${since}", ⟦incremental⟧: {field: $.a}, download: a.csv}
            """),
        DiagnosticCase(
            "E0612", "has no effect here",
            """
            calls:
              - {get: https://a.example, paginate: {link: next, ⟦parallel⟧: 2}}
              - {get: https://a.example, paginate: {page: p, parallel: 2}, records: $.a}
              - {get: https://a.example, ⟦idempotency_key⟧: true}
              - {delete: https://a.example, idempotency_key: true}
              - {post: https://a.example, ⟦conditional⟧: true}
              - {get: https://a.example, write: {file: a.csv, ⟦key⟧: id, ⟦table⟧: x}}
              - {get: https://a.example, write: {sqlite: a.db, table: x, ⟦format⟧: csv, ⟦delete⟧: $.gone}}
              - {get: https://a.example, write: {sqlite: a.db, table: y, mode: append, ⟦key⟧: id}}
              - {get: "https://a.example/?a=${since}", incremental: {field: $.a, ⟦param⟧: a}}
              - {get: https://a.example, incremental: {token: $.a, param: a, ⟦initial⟧: x, ⟦window⟧: {size: 1d}}}
              - {get: https://a.example, incremental: {next_url: $.a, ⟦param⟧: a, ⟦lookback⟧: 1m}}
            """),
        DiagnosticCase(
            "E0614", "no watermark to forget",
            """
            calls:
              - {get: https://a.example, rules: [{status: 410, do: ⟦reset⟧}]}
              - {get: https://a.example, write: ⟦{file: a.csv, mode: merge}⟧}
            """),
        DiagnosticCase(
            "E0801", "place ${since}",
            """
            calls:
              - {get: https://a.example, incremental: {⟦field⟧: $.a}}
              - {get: https://a.example, incremental: {⟦token⟧: $.a}}
              - {get: "https://a.example/${since}", incremental: {token: $.a}}
              - get: https://a.example
                query: {from: "${since}"}
                incremental: {field: $.a, initial: 0, ⟦window⟧: {size: 5, until: 20}}
              - post: https://a.example
                json: {from: "${since}", to: ["${until | default('')}"]}
                incremental: {field: $.a, initial: 2024-01-01, window: {size: 1d}}
              - {get: https://a.example, incremental: {next_url: $.a}}
            """),
        DiagnosticCase(
            "E0802", "each run would replace",
            """
            calls:
              - name: orders
                get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, initial: 2024-01-01, window: {size: 1d}}
                write:
                  - ⟦a.jsonl⟧
                  - ⟦b-${run.id}.jsonl⟧
                  - c-${until}.jsonl
                  - {file: d.jsonl, mode: append}
                  - ⟦{sqlite: a.db, table: orders}⟧
                  - {sqlite: a.db, table: lines, mode: append}
                  - {sqlite: a.db, table: items, key: id}
                  - stdout
              - name: customers
                for_each: "${calls.orders.records}"
                get: https://a.example/${item.id}
                write: [⟦customers.csv⟧, "customers/${item.id}.json", "e-${run.id}.jsonl"]
              - for_each: {in: "${calls.customers.records}"}
                get: https://a.example/${item.id}
                write: ⟦more.csv⟧
              - {get: https://a.example, for_each: [1], write: others.csv}
            """),
        DiagnosticCase(
            "E0803", "is not a time",
            """
            calls:
              - {get: "https://a.example/${since}", incremental: {field: $.a, type: time, initial: ⟦yesterday⟧}}
              - {get: "https://a.example/${since}", incremental: {field: ⟦"$.a[*]"⟧}}
              - {get: "https://a.example/${since}", incremental: {field: $.a, type: integer, initial: ⟦1.5⟧}}
              - {get: "https://a.example/${since}", incremental: {field: $.a, initial: 7, lookback: ⟦5m⟧}}
              - {get: "https://a.example/${since}", incremental: {field: $.a, lookback: ⟦5⟧}}
              - {get: "https://a.example/${since}", incremental: {field: $.a, initial: abc, lookback: ⟦5⟧}}
              - {get: "https://a.example/${since}", incremental: {field: $.a, type: integer, ⟦format⟧: unix}}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, ⟦window⟧: {size: 1d}}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, initial: abc, ⟦window⟧: {size: 1d}}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, initial: 1, ⟦window⟧: {size: 5}}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, initial: 2024-01-01, window: {size: ⟦5⟧}}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, initial: "${env.FROM}", window: {size: 5}}
            """),
        DiagnosticCase(
            "E0804", "merge needs a key",
            """
            calls:
              - {get: https://a.example, write: {sqlite: a.db, table: a, ⟦mode⟧: merge}}
              - {get: https://a.example, fields: {id: $.id}, write: {sqlite: a.db, table: b, key: [⟦ids⟧]}}
              - {get: https://a.example, fields: {id: $.id, "*": true}, write: {sqlite: a.db, table: c, key: ids}}
              - {get: https://a.example, write: {sqlite: a.db, table: d, key: ⟦$.id⟧}}
            """),
        DiagnosticCase(
            "E0805", "beyond the limit would be lost",
            """
            calls:
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                paginate: {link: next, ⟦limit⟧: 100}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a, order: ascending}
                paginate: {link: next, limit: 100}
              - get: https://a.example/?a=${since}&b=${until}
                incremental: {field: $.a, order: ascending, initial: 2024-01-01, window: {size: 1d}}
                paginate: {link: next, ⟦limit⟧: 100}
            """),
        DiagnosticCase(
            "E0806", "such as ${shop.id}",
            """
            calls:
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                ⟦for_each⟧: {in: [1], as: shop}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                ⟦for_each⟧: [1]
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                for_each: {in: [1], key: "${item}"}
            """),
        DiagnosticCase(
            "E0808", "wait in one call",
            """
            calls:
              - {get: https://a.example, poll: {until: $.a}, ⟦paginate⟧: {link: next}}
              - {get: https://a.example, poll: {until: {status: 200}}, ⟦download⟧: a.csv}
              - {post: https://a.example, idempotency_key: true, ⟦paginate⟧: {link: next}}
              - {post: https://a.example, idempotency_key: {header: X-Key}, headers: {⟦x-key⟧: a}}
              - {get: https://a.example, conditional: true, ⟦paginate⟧: {link: next}}
              - {get: https://a.example, conditional: true, for_each: [1], ⟦write⟧: b.csv}
              - {get: https://a.example, conditional: true, for_each: [1], download: "c/${item}"}
              - {get: https://a.example, conditional: false, paginate: {link: next}}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                expect: {records: {⟦shrink⟧: 50%, min: 1}}
              - get: https://a.example/?a=${since}
                incremental: {field: $.a}
                for_each: {in: [1], key: "${item}", ⟦batch⟧: 10}
            """),
        DiagnosticCase(
            "E0206", "until needs status or body",
            """
            calls:
              - {get: https://a.example, poll: {until: ⟦{}⟧}}
            """),
        DiagnosticCase(
            "E0212", "it begins with postgres://",
            """
            calls:
              - {get: https://a.example, write: {postgres: ⟦mysql://a⟧, table: a}}
              - {get: https://a.example, write: {postgres: "postgresql://${env.USER}:${env.PASSWORD}@a/b", table: a}}
            """),
        DiagnosticCase(
            "E0202", "add table: NAME",
            """
            calls:
              - {get: https://a.example, write: ⟦{sqlite: a.db}⟧}
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }

    /// The line would show it.
    @Test(arguments: [
        "postgres://me:hunter2@db.example/shop", "postgres://me:${env.A}hunter2@db.example/shop",
        "postgresql://db.example/shop?sslmode=require&password=hunter2",
    ])
    func passwordIsNotShown(_ url: String) throws {
        let text = """
            calls:
              - {get: https://a.example, write: {postgres: "\(url)", table: a}}
            """
        let diagnostics = check(SourceFile(name: "job.yaml", text: text)).diagnostics
        #expect(diagnostics.map(\.code.rawValue) == ["E0807"])
        let warning = try #require(diagnostics.first)
        #expect(warning.severity == .warning)
        #expect(warning.span == nil)
        #expect(!([warning.title] + warning.notes).joined().contains("hunter2"))
    }

    @Test(arguments: ["postgres://me@db.example/shop", "postgres://me:${secrets.a}@db.example/shop", "${secrets.a}"])
    func withoutPasswordNothingIsSaid(_ url: String) {
        let text = """
            secrets: {a: {env: A}}
            calls:
              - {get: https://a.example, write: {postgres: "\(url)", table: a}}
            """
        #expect(check(SourceFile(name: "job.yaml", text: text)).diagnostics.map(\.title) == [])
    }
}
