import Diagnostics
import Testing

/// E05xx: references.
struct ReferenceDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0501", "did you mean 'inputs'?",
            """
            calls:
              - get: https://a.example/${⟦input.a⟧}
              - get: https://a.example/${⟦sinc⟧}
            """),
        DiagnosticCase(
            "E0502", "there is no input 'b'",
            """
            inputs: {region: eu}
            secrets: {key: {env: KEY}}
            vars: {a: "${⟦inputs.b⟧}"}
            calls:
              - get: https://a.example/${⟦inputs.regoin⟧}/${⟦secrets.kay⟧}/${⟦vars.x⟧}
            """),
        DiagnosticCase(
            "E0503", "did you mean 'orders'?",
            """
            calls:
              - {name: orders, get: https://a.example}
              - get: https://a.example/${⟦calls.order.status⟧}
            """),
        DiagnosticCase(
            "E0504", "the call 'b' has not run yet",
            """
            calls:
              - {name: a, get: "https://a.example/${⟦calls.b.status⟧}/${⟦calls.a.status⟧}"}
              - {name: b, get: https://a.example}
            """),
        DiagnosticCase(
            "E0505", "the call 'a' has no 'idd'",
            """
            calls:
              - {name: a, get: https://a.example, extract: {id: $.id}}
              - get: https://a.example/${calls.a.id}/${⟦calls.a.idd⟧}/${⟦calls.a⟧}/${⟦calls.a.headers⟧}
              - get: https://a.example/${calls.a.headers["X-A"]}/${calls.a.status}/${⟦env⟧}/${⟦run.idd⟧}
            """),
        DiagnosticCase(
            "E0505", "gets no answer",
            """
            auth: {type: bearer, token: x}
            calls:
              - get: https://a.example/${⟦auth.default.tenant⟧}
            """),
        DiagnosticCase(
            "E0505", "a page has no 'cursor' here",
            """
            calls:
              - get: https://a.example
                query: {a: "${⟦page.cursor⟧}", n: "${page.number}"}
                paginate: {page: page}
              - get: https://a.example
                query: {a: "${page.cursor.a}", b: "${⟦page.cursor⟧}", c: "${⟦page.cursor.c⟧}"}
                paginate: {cursor: {a: $.a, b: $.b}}
            """),
        DiagnosticCase(
            "E0506", "the call has no paginate",
            """
            calls:
              - get: https://a.example/${⟦page.number⟧}/${⟦record.a⟧}/${⟦item⟧}
              - get: https://a.example/${⟦run.outcome⟧}
              - for_each: {in: [1], as: order}
                get: https://a.example/${order}/${⟦item⟧}
              - for_each: {in: [1], as: order}
                get: https://a.example/${order}
                when: ${⟦order⟧ == 1}
                paginate: {link: next}
                write: ${order}/${⟦page.number⟧}.json
            """),
        DiagnosticCase(
            "E0506", "evaluated when the job is loaded",
            """
            job: a-${⟦calls.a.status⟧}
            defaults: {headers: {X: "${⟦run.id⟧}"}}
            calls:
              - {name: a, get: https://a.example}
            """),
        DiagnosticCase(
            "E0507", "the circle: a → b → a",
            """
            vars:
              ⟦a⟧: ${vars.b}
              b: {x: ["${vars.a}"]}
              c: ${vars.a}
              ⟦d⟧: ${vars.d}
            calls: []
            """),
        DiagnosticCase(
            "E0508", "now() cannot name a job",
            """
            job: ⟦a-${now() | date("yyyy")}⟧
            calls: []
            """),
        DiagnosticCase(
            "E0509", "did you mean 'shop'?",
            """
            auth: [{name: shop, type: bearer, token: x}]
            defaults: {auth: ⟦shp⟧}
            calls:
              - {get: https://a.example, auth: ⟦sho⟧}
              - {get: "https://a.example/${⟦auth.other.x⟧}", auth: none}
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }

    @Test func seesWhatIsThere() {
        let text = """
            inputs: {region: eu}
            secrets: {key: {env: KEY}}
            vars: {a: "${inputs.region}", b: "${vars.a}"}
            auth: {token_url: https://a.example, client_id: a, client_secret: "${secrets.key}"}
            calls:
              - {name: a, get: https://a.example, extract: {id: $.id}}
              - name: b
                for_each: {in: "${calls.a.records}", as: order, key: "${order.id}", distinct: "${order.c}"}
                when: ${calls.a.id == 1}
                get: https://a.example/${order.id}/${page.offset}/${auth.default.tenant}/${run.date}
                paginate: {page: p}
                records: $.x[*]
                fields: {a: "${record.a}", b: "${order.id}", c: "${page.number}"}
                write: ${order.id}/${vars.b}.csv
            finally:
              - post: https://a.example/${run.outcome}
                json: {code: "${run.exit_code}", why: "${run.failures}", n: "${calls.b.status}"}
            """
        #expect(check(MarkedText(text).file).diagnostics == [])
    }
}
