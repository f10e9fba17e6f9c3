import JSON
import Template
import Testing

@Suite("Looking values up")
struct LookupTests {
    private static let vars = """
        {"a": {"b": [{"c": 1}, {"c": 2}], "d e": "x", "n": null, "a": 1, "a": 2}, "t": "text", "l": [1, 2]}
        """

    /// The variables once as values by themselves, once as a document.
    private static func scopes() throws -> [TestScope] {
        var scope = TestScope()
        scope.roots["vars"] = TemplateValue(try JSONDocument(Array(vars.utf8)).root)
        return [try TestScope(json: vars), scope]
    }

    @Test(
        "Steps",
        arguments: [
            ("vars.a.b[0].c", "1"), ("vars.a.b[-1].c", "2"), ("vars[\"a\"]['d e']", #""x""#), ("vars.a.n", "null"),
            ("vars.a.a", "2"), ("(vars.a).b[1].c", "2"), ("(vars.t | split(\"e\"))[1]", #""xt""#), ("vars.l[-2]", "1"),
            ("vars.a.b", #"[{"c":1},{"c":2}]"#),
        ])
    func steps(text: String, json: String) throws {
        for scope in try Self.scopes() { #expect(try evaluate("${\(text)}", in: scope).serialized() == json) }
    }

    @Test(
        "What is missing is an error, with the place of the step",
        arguments: [
            ("⟦vars.a.x⟧.y", "'vars.a' has no member 'x'"),
            ("⟦vars.a.b[2]⟧.c", "'vars.a.b' has no element [2]; it has 2"),
            ("⟦vars.a.b[-3]⟧", "has no element [-3]"), ("⟦vars.t.x⟧", "'vars.t' is text"), ("⟦vars.a.n.x⟧", "is null"),
            ("⟦vars.a[0]⟧", "is an object"), ("⟦vars.a.b.c⟧", "is a list"), ("⟦(vars.a).x⟧", "this has no member 'x'"),
            ("⟦vars.a[\"x y\"]⟧", "'x y'"), ("⟦other.x⟧", "'other.x' has no value"),
            ("⟦vars.a.x⟧ | lower | default(1)", "no member 'x'"), ("⟦vars.a.x⟧ | default(1) == vars.t", ""),
        ])
    func missing(text: String, message: String) throws {
        let marked = MarkedText("é ${\(text)}")
        for scope in try Self.scopes() {
            let error = try failure(of: marked.text, in: scope)
            if message.isEmpty {
                #expect(error == nil)
            } else {
                #expect(error?.range == marked.ranges[0])
                #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
                #expect(error?.hint?.contains("default") == true)
            }
        }
    }

    @Test(
        "default covers what is missing, and null",
        arguments: [
            ("vars.a.x.y.z", "0"), ("other", "0"), ("vars.a.n", "0"), ("vars.t.x", "0"), ("vars.a.b[9]", "0"),
            ("(vars.a).x", "0"), ("null", "0"), ("vars.t", #""text""#), ("vars.l | first", "1"),
        ])
    func defaults(text: String, json: String) throws {
        for scope in try Self.scopes() {
            #expect(try evaluate("${\(text) | default(0)}", in: scope).serialized() == json)
        }
    }

    @Test("default is evaluated only when it is needed")
    func lazy() throws {
        #expect(try evaluate("${1 | default(nothing.here)}") == .number(JSONNumber(1)))
        #expect(try evaluate("${nothing | default(nothing | default(\"z\"))}") == .string("z"))
    }

    @Test("omit leaves out null and what is missing")
    func omit() throws {
        let scope = try TestScope(json: #"{"n": null, "x": "y"}"#)
        #expect(try Template("${vars.n | omit}").evaluate(in: scope).isOmitted)
        #expect(try Template("${vars.gone | omit}").evaluate(in: scope).isOmitted)
        #expect(try Template("${vars.gone | omit | upper}").evaluate(in: scope).isOmitted)
        let value = try Template("${vars.x | omit | upper}").evaluate(in: scope)
        #expect(!value.isOmitted && value.json == .string("Y"))
        #expect(throws: TemplateError.self) { try Template("${vars.n | omit}").text(in: scope, for: .plain) }
    }

    @Test("An error of the scope gets the place of the reference")
    func scopeError() throws {
        let marked = MarkedText("a ${⟦broken.x.y⟧ | default(1)}")
        let error = try #require(try failure(of: marked.text))
        #expect(error == TemplateError(message: "the spool cannot be read", hint: "try again", range: marked.ranges[0]))
    }
}
