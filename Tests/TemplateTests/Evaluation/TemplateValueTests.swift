import JSON
import Secrets
import Template
import Testing

@Suite("Values of templates")
struct TemplateValueTests {
    @Test("Each way to make one")
    func making() throws {
        #expect(TemplateValue("a").json == .string("a"))
        #expect(TemplateValue(5).json == .number(JSONNumber(5)))
        #expect(TemplateValue(Secret("a")).isSecret)
        #expect(TemplateValue(.bool(true)).bool == true)
        #expect(TemplateValue(.bool(true), isSecret: true).isSecret)
        #expect(TemplateValue.null.isNull && !TemplateValue.null.isOmitted)
        let node = try JSONDocument(Array(#"{"a": [1.10, false]}"#.utf8)).root
        #expect(TemplateValue(node).kind == .object)
        #expect(TemplateValue(node).json.serialized() == #"{"a":[1.10,false]}"#)
        let flag = try #require(node["a"]?[1])
        #expect(TemplateValue(flag).bool == false)
        #expect(TemplateValue("true").bool == nil)
    }

    @Test("A list is secret when an element is")
    func lists() {
        let list = TemplateValue(list: [TemplateValue("a"), TemplateValue(Secret("b"))])
        #expect(list.isSecret && list.kind == .array)
        #expect(list.json == .array([.string("a"), .string("b")]))
        #expect(!TemplateValue(list: []).isSecret)
    }
}
