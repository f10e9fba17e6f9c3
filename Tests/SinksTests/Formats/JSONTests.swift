import JSON
import Sinks
import Testing

@Suite struct JSONTests {
    @Test func writesRecordsAsTheyCameButForSpace() throws {
        let page = #"""
            [ { "id" : 12345678901234567890 , "p": 1.10,
            "e":1e400,"t":"a\u00e4 b" }, 7 , null, "x" , [ ] ]
            """#
        #expect(
            try SinkConfiguration.output(.jsonl, page) == """
                {"id":12345678901234567890,"p":1.10,"e":1e400,"t":"a\\u00e4 b"}
                7
                null
                "x"
                []

                """)
    }

    @Test func writesFieldsInTheirOrder() throws {
        let node = try JSONDocument(Array(#"{ "x" : [ 1.0, 2 ] }"#.utf8)).root
        let batch = RecordBatch(fields: [
            [RecordField("b\"", node), RecordField("a", .string("line\n"))], [RecordField("a", .null)], [],
            [RecordField("c", .bool(true)), RecordField("a", .array([])), RecordField("d", node)],
        ])
        let lines = [
            #"{"b\"":{"x":[1.0,2]},"a":"line\n"}"#, #"{"a":null}"#, "{}", #"{"c":true,"a":[],"d":{"x":[1.0,2]}}"#,
        ]
        #expect(try SinkConfiguration.output(.jsonl, [batch]) == lines.joined(separator: "\n") + "\n")
        #expect(try SinkConfiguration.output(.json, [batch]) == "[\n" + lines.joined(separator: ",\n") + "\n]\n")
    }

    @Test func aRecordHasItsValue() throws {
        let node = try JSONDocument(Array(#"{"x":1.0}"#.utf8)).root
        #expect(Record.node(node).value == node.value)
        let fields = Record.fields([RecordField("a", node), RecordField("b", .null)])
        #expect(fields.value.serialized() == #"{"a":{"x":1.0},"b":null}"#)
    }
}
