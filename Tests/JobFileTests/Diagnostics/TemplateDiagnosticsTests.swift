import Diagnostics
import Testing

/// E03xx and E04xx: templates and JSONPath.
struct TemplateDiagnosticsTests {
    static let cases = [
        DiagnosticCase(
            "E0301", "nothing is evaluated in 'default'",
            """
            inputs: {a: {default: "⟦${⟧env.A}"}}
            secrets: {b: {env: "x⟦${⟧env.A}"}}
            calls:
              - name: a⟦${⟧env.A}
                get: https://a.example
                records: $.a⟦${⟧env.B}
                auth: ⟦${⟧env.C}
            """),
        DiagnosticCase(
            "E0301", "nothing is evaluated in names",
            """
            calls:
              - post: https://a.example
                json: {⟦"${env.A}"⟧: 1}
            """),
        DiagnosticCase(
            "E0303", "just one ${…}",
            """
            calls:
              - get: https://a.example
                when: ⟦a ${env.A}⟧
                for_each: ⟦items⟧
            """),
        DiagnosticCase(
            "E0404", "",
            """
            calls:
              - get: https://a.example
                expect: {body: "match($.a, ⟦'[0-9'⟧)"}
            """),
        DiagnosticCase(
            "E0403", "did you mean $.amount.value?",
            """
            calls:
              - get: https://a.example
                fields:
                  total: ⟦amount.value⟧
                  other: ⟦$amount⟧
                  number: ⟦5⟧
                  off: ⟦false⟧
                  yes: ⟦true⟧
            """),
    ]

    @Test(arguments: cases)
    func finds(_ test: DiagnosticCase) {
        test.verify()
    }

    @Test func marksTemplateMistakesInsideQuotesAndBlocks() {
        for text in [
            "calls:\n  - get: https://a.example/${env.A | ⟦lowr⟧}\n",
            "calls:\n  - get: \"https://a.example/\\u00e9${env.A | ⟦lowr⟧}\"\n",
            "calls:\n  - post: https://a.example/\n    body: |\n      a\n      ${env.A | ⟦lowr⟧}\n",
        ] {
            let marked = MarkedText(text)
            let diagnostics = check(marked.file).diagnostics
            #expect(diagnostics.map(\.code.rawValue) == ["E0302"])
            #expect(
                diagnostics.compactMap(\.span).allSatisfy {
                    marked.spans[0].start >= $0.start && $0.end >= marked.spans[0].end
                })
        }
    }

    @Test func marksPathMistakesInsideTheScalar() {
        let text = """
            calls:
              - get: https://a.example
                records: $.data[
                expect: {body: "$.a =="}
                paginate: {cursor: "a.b", param: c, while: "length($.x"}
            """
        let (file, diagnostics) = check(MarkedText(text).file)
        #expect(file == nil)
        #expect(diagnostics.map(\.code.rawValue) == ["E0401", "E0402", "E0401", "E0402"])
    }
}
