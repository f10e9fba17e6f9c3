import Diagnostics
import Testing

struct JSONDiagnosticRendererTests {
    @Test func rendersAnArrayOfObjects() {
        let marked = MarkedText("x: 1\n⟦ké⟧: \"q\"\n")
        let diagnostic = Diagnostic(
            code: DiagnosticCode(rawValue: "E0203"), title: "unknown key \"ké\"", span: marked.spans[0],
            label: "did you mean 'k'?", notes: ["a\\b\u{1B}\u{E0001}"],
            related: [.init(SourceSpan(file: marked.file, start: 0, end: 1), "here")])
        #expect(
            JSONDiagnosticRenderer().render([diagnostic, Diagnostic(code: diagnostic.code, title: "t")])
                == #"[{"code":"E0203","severity":"error","title":"unknown key \"ké\"","#
                + #""message":"unknown key \"ké\": did you mean 'k'?","label":"did you mean 'k'?","#
                + #""file":"job.yaml","start":{"line":2,"column":1,"offset":5},"#
                + #""end":{"line":2,"column":3,"offset":8},"notes":["a\\b\u001b\udb40\udc01"],"#
                + #""related":[{"label":"here","file":"job.yaml","start":{"line":1,"column":1,"offset":0},"#
                + #""end":{"line":1,"column":2,"offset":1}}]},"# + "\n"
                + #"{"code":"E0203","severity":"error","title":"t","message":"t","label":null,"#
                + #""file":null,"start":null,"end":null,"notes":[],"related":[]}]"# + "\n")
        #expect(JSONDiagnosticRenderer().render([]) == "[]\n")
    }
}
