import JSON
import Sinks
import Testing

@Suite struct TextTests {
    @Test func writesAValueALine() throws {
        #expect(
            try SinkConfiguration.output(
                .txt, #"["a \"b\"",1.10,true,null,[1, 2],"",{"only":"\u00e4"},{"only":{ "x":1}}]"#)
                == "a \"b\"\n1.10\ntrue\n\n[1,2]\n\nä\n{\"x\":1}\n")
        let made = RecordBatch(fields: [[RecordField("a", .string("x"))], [RecordField("a", .number(JSONNumber(7)))]])
        #expect(try SinkConfiguration.output(.txt, [made]) == "x\n7\n")
    }

    @Test func leavesATextThatEndsWithALineBreakAsItIs() throws {
        #expect(try SinkConfiguration.output(.txt, #"["one\ntwo\n","three"]"#) == "one\ntwo\nthree\n")
    }

    @Test(arguments: [#"[{"a":1,"b":2}]"#, "[{}]"]) func refusesRecordsWithoutOneField(_ page: String) {
        let failure = #expect(throws: SinkError.self) { try SinkConfiguration.output(.txt, page) }
        #expect(failure?.code == .unfitRecord)
        #expect(failure?.advice?.contains("fields") == true)
    }
}
