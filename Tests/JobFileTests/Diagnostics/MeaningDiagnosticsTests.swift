import Diagnostics
import Testing

/// E06xx: meaning.
struct MeaningDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0601", "needs a base_url",
            """
            calls:
              - get: ⟦/orders⟧
              - {get: /orders, base_url: https://a.example}
            """),
        DiagnosticCase(
            "E0602", "a HEAD request cannot have 'json'",
            """
            calls:
              - {head: https://a.example, ⟦json⟧: {}}
              - {get: https://a.example, ⟦graphql⟧: {query: "{ a }"}}
            """),
        DiagnosticCase(
            "E0603", "a token source cannot be called 'none'",
            """
            auth: [{name: ⟦none⟧, type: bearer, token: x}]
            calls:
              - get: https://a.example
                extract: {⟦status⟧: $.status}
              - get: https://a.example
                for_each: {in: [1], as: ⟦calls⟧}
            """),
        DiagnosticCase(
            "E0604", "use .jsonl",
            """
            calls:
              - get: https://a.example
                write: ⟦{file: a.json, mode: append}⟧
            """),
        DiagnosticCase(
            "E0605", "names no format",
            """
            calls:
              - get: https://a.example
                write: [⟦a.parquet⟧, "${env.A}", "${env.A}.csv", {file: b.dat, format: csv}, stdout, ⟦stdot⟧]
            """),
        DiagnosticCase(
            "E0606", "is written twice",
            """
            calls:
              - {get: https://a.example, write: a.jsonl}
              - {get: https://a.example, download: ⟦./a.jsonl⟧}
              - {get: https://a.example, write: {file: log.jsonl, mode: append}}
              - {get: https://a.example, write: {file: log.jsonl, mode: append}}
              - {get: https://a.example, for_each: {in: [1], failed: ⟦log.jsonl⟧}}
            """),
        DiagnosticCase(
            "E0607", "a secret would be shown",
            """
            job: a-${⟦vars.b⟧}
            secrets: {key: {env: KEY}}
            vars: {a: "x${secrets.key}", b: ["${vars.a}"]}
            calls:
              - {name: login, get: https://a.example, extract: {token: {json: $.token, secret: true}}}
              - {get: https://a.example, write: "${⟦secrets.key⟧}.csv"}
              - {get: https://a.example, download: "${⟦calls.login.token⟧}"}
              - {get: https://a.example, for_each: {in: [1], failed: "${⟦vars.a⟧ | sha256}.csv"}}
            """),
        DiagnosticCase(
            "E0608", "needs a JSON body",
            """
            calls:
              - get: https://a.example
                response: text
                ⟦records⟧: $.a
                paginate: {⟦cursor⟧: $.c, param: c}
                extract: {a: ⟦$.a⟧, b: {regex: a}}
                expect: {⟦body⟧: $.a}
                write: [a.txt, ⟦b.csv⟧]
            """),
        DiagnosticCase(
            "E0609", "the body goes to the file",
            """
            calls:
              - get: https://a.example
                download: a.pdf
                ⟦records⟧: $.a
                ⟦write⟧: b.csv
                extract: {a: {header: X}, b: ⟦{regex: a}⟧}
            """),
        DiagnosticCase(
            "E0610", "the cursor is never sent",
            """
            calls:
              - get: https://a.example
                paginate: {⟦cursor⟧: $.c}
              - get: https://a.example
                paginate: {⟦last_record⟧: $.c}
              - get: https://a.example
                query: {c: "${page.cursor}"}
                paginate: {cursor: $.c}
            """),
        DiagnosticCase(
            "E0611", "add records",
            """
            calls:
              - get: https://a.example
                paginate: {⟦page⟧: page, total_pages: $.pages}
              - get: https://a.example
                paginate: {⟦offset⟧: offset}
                extract: {total: "$['total']"}
              - get: https://a.example
                paginate: {page: page, while: "length($) > 0"}
            """),
        DiagnosticCase(
            "E0612", "has no effect here",
            """
            auth: {token_url: https://a.example, client_id: a, client_secret: b, ⟦basic_encoding⟧: raw}
            calls:
              - {get: https://a.example, paginate: {link: next, ⟦param⟧: a}}
              - {get: https://a.example, paginate: {cursor: $.c, param: a, ⟦start⟧: 1}}
            """),
        DiagnosticCase(
            "E0612", "add cert: FILE",
            """
            defaults: {tls: {⟦key⟧: a.key}}
            calls: []
            """),
        DiagnosticCase(
            "E0613", "a rule needs status",
            """
            calls:
              - get: https://a.example
                rules: [⟦{do: skip}⟧]
            """),
        DiagnosticCase(
            "E0614", "there are no pages to stop",
            """
            calls:
              - get: https://a.example
                rules: [{status: 404, do: ⟦stop⟧}, {status: 401, do: ⟦reauthorize⟧}]
                write: ⟦{file: stdout, mode: append}⟧
            """),
        DiagnosticCase(
            "E0615", "min is greater than max",
            """
            calls:
              - {get: https://a.example, expect: {records: {min: ⟦2⟧, max: 1}}}
            """),
        DiagnosticCase(
            "E0616", "needs a client_secret",
            """
            auth: ⟦{token_url: https://a.example, client_id: a}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0617", "cannot stand in params",
            """
            auth:
              token_url: https://a.example
              client_id: a
              client_secret: b
              params: {grant_type: x, ⟦scope⟧: y, ⟦client_assertion⟧: z}
            calls: []
            """),
        DiagnosticCase(
            "E0618", "with the first page only",
            """
            calls:
              - get: https://a.example
                query: {limit: 5, ⟦n⟧: "${page.number}"}
                paginate: {next_url: $.next}
            """),
        DiagnosticCase(
            "E0619", "'*' can only be true",
            """
            calls:
              - {get: https://a.example, fields: {"*": ⟦$.a⟧}}
              - {get: https://a.example, fields: {"*": true, a: null}}
              - {get: https://a.example, fields: {"*": ⟦null⟧}}
              - {get: https://a.example, fields: {"*": ⟦{path: $.a}⟧}}
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }
}
