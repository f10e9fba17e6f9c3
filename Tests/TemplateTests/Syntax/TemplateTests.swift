import JSON
import Secrets
import Template
import Testing

@Suite("Templates as a whole")
struct TemplateTests {
    @Test(
        "Text without an expression is literal, and $${ is ${",
        arguments: [
            ("", ""), ("plain", "plain"), ("$${x}", "${x}"), ("a $ b $$ {c}", "a $ b $$ {c}"), ("$$${x}", "$${x}"),
            ("é😀 $${", "é😀 ${"),
        ])
    func literals(text: String, literal: String) throws {
        let template = try Template(text)
        #expect(template.literalText == literal)
        #expect(!template.isSingleExpression)
        #expect(try template.text(in: TestScope(), for: .plain).text == literal)
    }

    @Test("Literal templates evaluate nothing")
    func literalTemplate() throws {
        let template = Template.literal("${vars.x} $${y}")
        #expect(template.literalText == "${vars.x} $${y}")
        #expect(template.references.isEmpty)
        #expect(try template.evaluate(in: TestScope()).json == .string("${vars.x} $${y}"))
    }

    @Test("Exactly one expression keeps the type")
    func single() throws {
        #expect(try Template("${vars.x}").isSingleExpression)
        #expect(try Template("${vars.x}").literalText == nil)
        #expect(try !Template(" ${vars.x}").isSingleExpression)
        #expect(try !Template("${vars.x}${vars.y}").isSingleExpression)
        #expect(try evaluate("${vars.x}", vars: #"{"x": [1, "a", null]}"#).serialized() == #"[1,"a",null]"#)
        #expect(try evaluate("${ vars.x }", vars: #"{"x": 1.10}"#).serialized() == "1.10")
    }

    @Test("In longer text values become text")
    func longer() throws {
        let vars = #"{"n": 1.10, "t": "é", "b": true}"#
        #expect(try evaluate("n=${vars.n} t=${vars.t} b=${vars.b}", vars: vars) == .string("n=1.10 t=é b=true"))
    }

    @Test(
        "Null, lists and objects cannot stand in longer text",
        arguments: [("null", "default"), ("[1]", "join"), (#"{"a": 1}"#, "json")])
    func notText(value: String, hint: String) throws {
        let marked = MarkedText("é ⟦${vars.x}⟧")
        let error = try #require(try failure(of: marked.text, in: TestScope(json: #"{"x": \#(value)}"#)))
        #expect(error.range == marked.ranges[0])
        #expect(error.hint?.contains(hint) == true)
    }

    @Test("Called functions are known")
    func calledFunctions() throws {
        #expect(
            try Template("${now() | plus(1d)} ${read(\"a\") | default(uuid())}").calledFunctions == [
                "now", "read", "uuid",
            ])
        #expect(try Template("${vars.now}").calledFunctions.isEmpty)
    }

    @Test("Functions come from the world outside")
    func functions() throws {
        #expect(try evaluate("${now()}") == .string("2024-02-29T12:34:56Z"))
        #expect(try evaluate("${uuid()}") == .string("123e4567-e89b-42d3-a456-426614174000"))
        #expect(try evaluate("${read(\"body.txt\") | upper}") == .string("FROM THE FILE"))
    }

    @Test("An error of a file points at the call")
    func readFails() throws {
        let marked = MarkedText("a ${⟦read(\"none\")⟧}")
        let error = try #require(try failure(of: marked.text))
        #expect(error.message == "there is no file 'none'")
        #expect(error.range == marked.ranges[0])
    }
}
