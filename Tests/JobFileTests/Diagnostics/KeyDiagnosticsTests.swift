import Diagnostics
import Testing

/// E02xx: keys and types.
struct KeyDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0203", "did you mean 'records'?",
            """
            calls:
              - get: https://a.example
                ⟦recods⟧: $.data[*]
            """),
        DiagnosticCase(
            "E0203", "a call has: name, get, post",
            """
            calls:
              - get: https://a.example
                ⟦zzz⟧: 1
            """),
        DiagnosticCase(
            "E0203", "unknown key 'increment'",
            """
            calls:
              - get: https://a.example
                ⟦increment⟧: {field: $.updated_at}
            ⟦state⟧: x
            finally:
              - {get: https://a.example, ⟦incremental⟧: {field: $.a}, ⟦poll⟧: {until: $.a}}
            """),
        DiagnosticCase(
            "E0201", "a list of text was expected, this is a number",
            """
            secrets:
              a: {command: ⟦5⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0201", "a list of mappings was expected, this is a mapping",
            """
            calls:
              ⟦get: https://a.example⟧
            """),
        DiagnosticCase(
            "E0201", "leave the quotes out",
            """
            calls:
              - post: https://a.example
                idempotent: ⟦"true"⟧
                redirects: ⟦'3'⟧
            """),
        DiagnosticCase(
            "E0201", "text or a list of text was expected, this is a mapping",
            """
            calls:
              - get: https://a.example
                query: {a: ⟦{b: 1}⟧, ok: [1, yes, null]}
            """),
        DiagnosticCase(
            "E0201", "there is no value",
            """
            calls:
              - get:⟦⟧
            """),
        DiagnosticCase(
            "E0201", "only false is possible here",
            """
            calls:
              - get: https://a.example
                retry: ⟦true⟧
            """),
        DiagnosticCase(
            "E0201", "JSON has no number '.inf'",
            """
            calls:
              - post: https://a.example
                json: {a: ⟦.inf⟧}
            """),
        DiagnosticCase(
            "E0202", "a call needs one of get, post",
            """
            calls:
              - ⟦name: orders⟧
                query: {a: 1}
            """),
        DiagnosticCase("E0202", "a job needs 'calls'", "⟦description: nothing⟧\n"),
        DiagnosticCase(
            "E0202", "needs one of token_url, issuer",
            """
            auth:
              ⟦client_id: a⟧
              client_secret: b
            calls: []
            """),
        DiagnosticCase(
            "E0202", "each needs a name",
            """
            auth:
              - {name: a, type: bearer, token: x}
              - ⟦{type: bearer, token: x}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0204", "did you mean 'continue'?",
            """
            calls:
              - get: https://a.example
                on_error: ⟦contnue⟧
            """),
        DiagnosticCase(
            "E0204", "possible: client_credentials, jwt_bearer, token_exchange",
            """
            auth: {type: ⟦jott⟧}
            calls: []
            """),
        DiagnosticCase(
            "E0205", "'post' and 'get' rule each other out",
            """
            calls:
              - get: https://a.example
                ⟦post⟧: https://a.example
            """),
        DiagnosticCase(
            "E0205", "at most one of json, form",
            """
            calls:
              - post: https://a.example
                json: {}
                ⟦form⟧: {}
                ⟦body⟧: x
            """),
        DiagnosticCase(
            "E0205", "the secret is not sent",
            """
            auth: {token_url: https://a.example, client_id: a, ⟦client_secret⟧: b, client_auth: none}
            calls: []
            """),
        DiagnosticCase(
            "E0206", "the list is empty",
            """
            calls:
              - get: https://a.example
                rules: ⟦[]⟧
            """),
        DiagnosticCase(
            "E0206", "this is empty",
            """
            calls:
              - get: ⟦""⟧
            """),
        DiagnosticCase(
            "E0207", "such as 30s",
            """
            calls:
              - get: https://a.example
                timeout: ⟦30⟧
                idle_timeout: ⟦5 m⟧
                max_wait: ⟦1 week⟧
                connect_timeout: ⟦0s⟧
            options: {deadline: ⟦99999999999999999999s⟧}
            """),
        DiagnosticCase(
            "E0208", "B, KB, MB",
            """
            defaults: {max_response: ⟦10mb⟧}
            calls:
              - {get: https://a.example, max_response: ⟦x⟧}
              - {get: https://a.example, max_response: ⟦10⟧}
            """),
        DiagnosticCase(
            "E0209", "such as 10/s",
            """
            defaults: {rate_limit: ⟦10⟧}
            calls:
              - {get: https://a.example, rate_limit: ⟦0/s⟧}
              - {get: https://a.example, rate_limit: ⟦5/week⟧}
            """),
        DiagnosticCase(
            "E0210", "at most 50",
            """
            calls:
              - {get: https://a.example, redirects: ⟦51⟧}
              - {get: https://a.example, paginate: {page: p, max_pages: ⟦0⟧}}
              - {get: https://a.example, for_each: {in: [1], concurrency: ⟦-1⟧}}
            """),
        DiagnosticCase(
            "E0211", "such as 404, 4xx",
            """
            calls:
              - get: https://a.example
                rules:
                  - {status: [404, ⟦6xx⟧], do: skip}
                  - {status: ⟦99⟧, do: skip}
                  - {status: ⟦599-500⟧, do: skip}
                  - {status: ⟦4x⟧, do: skip}
            """),
        DiagnosticCase(
            "E0212", "only http and https",
            """
            calls:
              - get: ⟦ftp://a.example⟧
              - get: ⟦a.example/x⟧
              - get: ⟦https://⟧
              - get: ⟦https://user@a.example⟧
              - get: ⟦https://a.example:99999/⟧
              - get: ⟦"https://a.example/a b"⟧
              - get: https://${env.HOST}.example/${env.PATH}
            """),
        DiagnosticCase(
            "E0212", "not to a path",
            """
            auth: {type: bearer, token: x, hosts: [⟦https://a.example/path⟧, ⟦a b⟧, "*.a.example", https://b.example/]}
            calls: []
            """),
        DiagnosticCase(
            "E0213", "cannot be the name of a header",
            """
            auth: {type: api_key, header: ⟦X Key⟧, value: x}
            calls:
              - get: https://a.example
                headers: {⟦"a:b"⟧: 1, ok: 2}
            """),
        DiagnosticCase(
            "E0214", "is not a name",
            """
            inputs: {⟦1a⟧: x}
            vars: {⟦"a b"⟧: x}
            calls:
              - {name: ⟦a.b⟧, get: https://a.example}
            """),
        DiagnosticCase(
            "E0215", "CONNECT cannot be sent",
            """
            calls:
              - request: {method: ⟦connect⟧, url: https://a.example}
              - request: {method: ⟦"A B"⟧, url: https://a.example}
            """),
        DiagnosticCase(
            "E0216", "this is not a regular expression",
            """
            calls:
              - get: https://a.example
                response: text
                extract: {a: {regex: "ab⟦(⟧"}}
                expect: {headers: {X: "/ab⟦(⟧/"}}
            """),
        DiagnosticCase(
            "E0217", "there are two calls called 'a'",
            """
            calls:
              - {name: a, get: https://a.example}
              - {name: ⟦a⟧, get: https://a.example}
            """),
        DiagnosticCase(
            "E0217", "there are two calls called 'call_1'",
            """
            calls:
              - {get: https://a.example}
              - {name: ⟦call_1⟧, get: https://a.example}
            """),
        DiagnosticCase(
            "E0217", "there are two token sources called 'a'",
            """
            auth:
              - {name: a, type: bearer, token: x}
              - {name: ⟦a⟧, type: bearer, token: x}
            calls: []
            """),
        DiagnosticCase(
            "E0218", "no such file",
            """
            include: ⟦missing.yaml⟧
            calls: []
            """),
        DiagnosticCase(
            "E0219", "includes itself in the end",
            """
            include: [ok.yaml]
            calls: []
            """,
            including: [SourceFile(name: "ok.yaml", text: "vars: {a: 1}\n")]),
    ]

    @Test(arguments: cases.filter { $0.code != "E0219" })
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }

    @Test func findsCircularIncludes() {
        let loop = MarkedText("include: ⟦loop.yaml⟧\n", name: "loop.yaml")
        let (file, diagnostics) = check(
            SourceFile(name: "job.yaml", text: "include: loop.yaml\ncalls: []\n"), including: [loop.file])
        #expect(file == nil)
        #expect(diagnostics.map(\.code.rawValue) == ["E0219"])
        #expect(diagnostics.map(\.span) == [loop.spans[0]])
    }
}
