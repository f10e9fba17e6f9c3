import Diagnostics
import Testing

/// A value that cannot be read hides nothing else that is wrong, and makes nothing else wrong.
struct ManyMistakesTests {
    /// Mistakes in templates of one key, beside one that cannot be read.
    static let keys = [
        #"headers: {B: "${⟦calls.y.records⟧}", C: "${⟦nope.x⟧}", D: "${⟦⟧", G: "${⟦secrets.zz⟧}"}"#,
        #"query: {b: "${⟦calls.y.records⟧}", c: "${⟦nope.x⟧}", d: "${⟦⟧", g: "${⟦secrets.zz⟧}"}"#,
        #"form: {b: "${⟦calls.y.records⟧}", c: ["${⟦nope.x⟧}"], d: "${⟦⟧", g: "${⟦secrets.zz⟧}"}"#,
        #"json: {b: {c: "${⟦calls.y.records⟧}"}, c: ["${⟦nope.x⟧}", "${⟦⟧"], g: "${⟦secrets.zz⟧}"}"#,
        #"multipart: {b: "${⟦calls.y.records⟧}", c: "${⟦nope.x⟧}", d: "${⟦⟧", g: {value: "${⟦secrets.zz⟧}"}}"#,
        #"graphql: {query: "{a}", variables: {b: "${⟦calls.y.records⟧}", c: "${⟦nope.x⟧}", d: "${⟦⟧", g: "${⟦secrets.zz⟧}"}}"#,
        #"fields: {b: "${⟦calls.y.records⟧}", c: "${⟦nope.x⟧}", d: "${⟦⟧", g: "${⟦secrets.zz⟧}"}"#,
    ]

    @Test(arguments: keys)
    func allAreFound(_ key: String) {
        let marked = MarkedText(
            """
            calls:
              - {name: x, post: https://a.example, \(key)}
              - {name: y, get: https://a.example}
            """)
        let found = check(marked.file).diagnostics
        #expect(found.map(\.code.rawValue) == ["E0504", "E0501", "E0302", "E0502"], "\(found.map(\.title))")
        let starts = zip(found, marked.spans).map { $0.span?.start == $1.start }
        #expect(starts == [true, true, false, true])
    }

    @Test func allAreFoundInVariables() {
        let marked = MarkedText(
            #"""
            vars: {a: "${⟦nope.x⟧}", b: "${", c: "${⟦secrets.zz⟧}", d: "${⟦vars.e⟧}"}
            calls: [{get: "https://a.example/${vars.b}/${⟦vars.f⟧}"}]
            """#)
        let found = check(marked.file).diagnostics
        #expect(found.map(\.code.rawValue) == ["E0501", "E0302", "E0502", "E0502", "E0502"])
        #expect(found.filter { $0.code.rawValue != "E0302" }.map(\.span) == marked.spans)
    }

    /// Jobs with one mistake, and all that depends on it.
    static let alone = [
        DiagnosticCase(
            "E0214", "is not a name",
            """
            inputs: {⟦a b⟧: 1, c: 2}
            calls: [{get: "https://a.example/${inputs.c}"}]
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            vars: ⟦3⟧
            calls: [{get: "https://a.example/${vars.c}"}]
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            calls:
              - {name: a, get: https://a.example}
              - ⟦b⟧
            finally:
              - get: https://a.example/${calls.a.status}
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            calls:
              - {name: ⟦[a]⟧, get: https://a.example}
              - get: https://a.example/${calls.a.status}
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            calls:
              - {for_each: {in: [1], as: ⟦[order]⟧}, get: "https://a.example/${order}"}
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            auth: {name: ⟦[shop]⟧, token_url: https://a.example, client_id: a, client_secret: b}
            calls:
              - {get: "https://a.example/${auth.shop.tenant}", auth: shop}
            """),
        DiagnosticCase(
            "E0201", "was expected",
            """
            calls:
              - get: https://a.example
                query: ⟦["${page.curso}"]⟧
                paginate: {cursor: $.next}
            """),
        DiagnosticCase(
            "E0218", "cannot be included",
            """
            include: ⟦shared.yaml⟧
            auth: {type: bearer, token: "${secrets.a}"}
            calls: [{get: "https://a.example/${vars.a}/${inputs.b}"}]
            """),
    ]

    @Test(arguments: alone)
    func makesNothingElseWrong(_ test: DiagnosticCase) { test.verify() }
}
