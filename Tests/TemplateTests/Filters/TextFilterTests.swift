import JSON
import Template
import Testing

@Suite("Filters on text")
struct TextFilterTests {
    @Test(
        "Results",
        arguments: [
            ("\"aÉ\" | lower", #""aé""#), ("\"aé\" | upper", #""AÉ""#), ("12 | lower", #""12""#),
            (#""\n a b\t\u00a0" | trim"#, #""a b""#), ("\" \" | trim", #""""#),
            ("\"a,b,,c\" | split(\",\")", #"["a","b","","c"]"#), ("\"\" | split(\",\")", #"[""]"#),
            (#""a\r\nb" | split("\n")"#, #"["a\r","b"]"#), ("\"aXXaXXXa\" | split(\"XX\")", #"["a","a","Xa"]"#),
            ("vars.list | join(\"-\")", #""1-b-true""#), ("vars.empty | join(\",\")", #""""#),
            ("\"a.b.c\" | replace(\".\", \"\")", #""abc""#), ("\"aaa\" | replace(\"aa\", \"b\")", #""ba""#),
            ("\"abab\" | replace(\"ab\", \"abab\")", #""abababab""#), ("1.5 | replace(\".\", \",\")", #""1,5""#),
            ("\"ababac\" | replace(\"abac\", \"X\")", #""abX""#),
            (#""id=42;" | regex("id=([0-9]+)")"#, #""42""#), (#""id=42;" | regex("[0-9]")"#, #""4""#),
            (#""id=42;" | regex("(i)(d)", 0)"#, #""id""#), (#""id=42;" | regex("(i)(d)", 2)"#, #""d""#),
            (#""id" | regex("(x)?(d)")"#, #""d""#), (#""id" | regex("(x)?d", 1)"#, "null"),
            (#""id" | regex("\\d")"#, "null"),
            (#""Id" | regex("(?i)ID")"#, #""Id""#), ("\"id\" | regex(vars.pattern)", #""d""#),
            ("\"a\" | regex(\"x\") | default(\"none\")", #""none""#), ("5 | string", #""5""#),
            ("true | string", #""true""#),
            ("vars.list | json", #""[1,\"b\",true]""#), ("\"a\\\"\" | json", #""\"a\\\"\"""#),
            ("null | json", #""null""#),
            ("1.10 | json", #""1.10""#),
        ])
    func results(text: String, json: String) throws {
        let vars = #"{"list": [1, "b", true], "empty": [], "pattern": "d$"}"#
        #expect(try evaluate("${\(text)}", vars: vars).serialized() == json)
    }

    @Test("json of a document keeps the spelling of numbers and drops the space")
    func documentJSON() throws {
        var scope = TestScope()
        scope.roots["item"] = TemplateValue(try JSONDocument(Array(#"{ "a": [ 1.10, 1e400 ] }"#.utf8)).root)
        #expect(try evaluate("${item | json}", in: scope) == .string(#"{"a":[1.10,1e400]}"#))
    }

    @Test(
        "Values that do not fit, with their places",
        arguments: [
            ("null | ⟦lower⟧", "default"), ("vars.list | ⟦upper⟧", "join"), ("vars.object | ⟦trim⟧", "json"),
            ("vars.list | ⟦string⟧", "join"), ("\"a\" | ⟦join⟧(\",\")", nil), ("vars.nested | ⟦join⟧(\",\")", nil),
            ("vars.nulls | ⟦join⟧(\",\")", nil), ("\"a\" | split(⟦\"\"⟧)", nil),
            ("\"a\" | replace(⟦\"\"⟧, \"b\")", nil),
            ("\"a\" | replace(\"a\", ⟦vars.list⟧)", nil), ("\"a\" | split(⟦vars.object⟧)", nil),
            ("\"a\" | regex(⟦vars.bad⟧)", nil), ("\"a\" | regex(\"a\", ⟦vars.bad⟧)", nil),
            ("\"a\" | regex(vars.list[1], ⟦vars.list[0]⟧)", "0 is all"),
        ] as [(String, String?)])
    func errors(text: String, hint: String?) throws {
        let marked = MarkedText("${\(text)}")
        let vars = #"{"list": [1, "b"], "object": {"a": 1}, "nested": [[1]], "nulls": [null], "bad": "("}"#
        let error = try #require(try failure(of: marked.text, in: TestScope(json: vars)))
        #expect(error.range == marked.ranges[0])
        if let hint { #expect(error.hint?.contains(hint) == true) }
    }
}
