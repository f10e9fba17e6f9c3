import JSON
import Sinks
import Testing

@Suite struct TableTests {
    @Test func takesTheColumnsOfTheFirstPageInOrder() throws {
        let output = try SinkConfiguration.output(
            .csv, "[]", #"[{"b":1,"a":2},{"c":3,"a":4}]"#, #"[{"a":5,"c":6,"b":7},{}]"#)
        #expect(output == "b,a,c\n1,2,\n,4,3\n7,5,6\n,,\n")
    }

    @Test func refusesAColumnThatComesLater() {
        let failure = #expect(throws: SinkError.self) {
            try SinkConfiguration.output(.csv, #"[{"a":1}]"#, #"[{"a":1,"later":2}]"#)
        }
        #expect(failure?.code == .unfitRecord)
        #expect(failure?.message.contains("'later'") == true)
        #expect(failure?.advice?.contains("fields") == true)
    }

    @Test func keepsTheColumnsItWasGiven() throws {
        #expect(try SinkConfiguration.output(.csv, columns: ["x", "y"], #"[{"y":1}]"#) == "x,y\n,1\n")
        #expect(try SinkConfiguration.output(.tsv, columns: ["x", "y"]) == "x\ty\n")
        #expect(throws: SinkError.self) { try SinkConfiguration.output(.csv, columns: ["x"], #"[{"y":1}]"#) }
    }

    @Test func quotesOnlyWhereNeeded() throws {
        let output = try SinkConfiguration.output(
            .csv, #"[{"a,b":" plain ; 'x' ","q":"say \"hi\"","l":"1\n2","r":"\r","u":"ä\u00e4","c":","}]"#)
        #expect(output == "\"a,b\",q,l,r,u,c\n plain ; 'x' ,\"say \"\"hi\"\"\",\"1\n2\",\"\r\",ää,\",\"\n")
    }

    @Test func escapesInTabSeparatedValues() throws {
        let output = try SinkConfiguration.output(.tsv, #"[{"a\tb":"1\t2\n3\r4\\5","q":"say \"hi\", ok"}]"#)
        #expect(output == "a\\tb\tq\n1\\t2\\n3\\r4\\\\5\tsay \"hi\", ok\n")
    }

    @Test(arguments: [RecordFormat.csv, .tsv]) func keepsNumbersAndLeavesNullEmpty(_ format: RecordFormat) throws {
        let output = try SinkConfiguration.output(
            format, #"[{"a":12345678901234567890,"b":1.10,"c":null,"d":true,"e":1e400,"f":""}]"#)
        let cells = ["12345678901234567890", "1.10", "", "true", "1e400", ""]
        #expect(output.hasSuffix("\n" + cells.joined(separator: format == .csv ? "," : "\t") + "\n"))
    }

    @Test func writesNestedValuesAsCompactJSON() throws {
        #expect(
            try SinkConfiguration.output(.csv, #"[{"a":[ 1, "x" ],"o":{ "k" : 1.0 }}]"#)
                == "a,o\n\"[1,\"\"x\"\"]\",\"{\"\"k\"\":1.0}\"\n")
        let made = RecordBatch(fields: [
            [RecordField("a", .array([.null, .string("ü")])), RecordField("b", .string("x,y"))]
        ])
        #expect(try SinkConfiguration.output(.csv, [made]) == "a,b\n\"[null,\"\"ü\"\"]\",\"x,y\"\n")
    }

    @Test func putsRecordsThatAreNoObjectsInOneColumn() throws {
        #expect(
            try SinkConfiguration.output(.csv, #"[1.0,"a,b",[1,2],null,"",true]"#)
                == "value\n1.0\n\"a,b\"\n\"[1,2]\"\n\"\"\n\"\"\ntrue\n")
        #expect(throws: SinkError.self) { try SinkConfiguration.output(.csv, "[1]", #"[{"a":1}]"#) }
    }

    @Test func takesTheLastOfFieldsWithTheSameName() throws {
        #expect(try SinkConfiguration.output(.csv, #"[{"a":1,"b":2,"a":3}]"#) == "a,b\n3,2\n")
    }
}
