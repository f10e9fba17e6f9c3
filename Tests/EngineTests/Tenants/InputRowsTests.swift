import Testing

@testable import Engine

@Suite struct InputRowsTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func rows(_ name: String, _ text: String) throws -> [String] {
        try InputRows(path: try folder.write(name, text)).rows.map { row in
            "\(row.number): " + row.inputs.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        }
    }

    private func failure(_ name: String, _ text: String) throws -> String? {
        let path = try folder.write(name, text)
        do throws(InputRows.Failure) {
            _ = try InputRows(path: path)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func aColumnIsAnInput() throws {
        #expect(try rows("a.csv", "region,limit\nus,5\neu,\n") == ["1: region=us limit=5", "2: region=eu"])
    }

    @Test func aValueKeepsItsSpelling() throws {
        #expect(
            try rows("a.jsonl", #"{"a":1.10,"b":true,"c":null,"d":"007"}"#) == ["1: a=1.10 b=true d=007"])
    }

    @Test func oneValueAnInput() throws {
        #expect(try failure("a.json", #"[{"a":1},{"b":[1]}]"#)?.hasPrefix("row 2: 'b'") == true)
        #expect(try failure("b.json", "[1]") == "row 1 is no object")
    }

    @Test func someRowsAndNotTooMany() throws {
        #expect(try failure("a.csv", "region\n") == "it has no rows")
        let many = "n\n" + String(repeating: "1\n", count: InputRows.limit + 1)
        #expect(try failure("b.csv", many) == "it has more than 10000 rows")
        #expect(try failure("c.txt", "x")?.contains("ending") == true)
    }
}
