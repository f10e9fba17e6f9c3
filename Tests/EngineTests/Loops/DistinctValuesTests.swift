import JSON
import Testing

@testable import Engine

@Suite struct DistinctValuesTests {
    @Test func remembersValues() {
        var seen = DistinctValues()
        let values: [JSONValue] = [
            .string("1"), .number(JSONNumber(1)), .null, .bool(false), .string(""), .array([]), .object([]),
        ]
        for value in values { #expect(seen.insert(value) == true) }
        for value in values { #expect(seen.insert(value) == false) }
    }

    @Test func takesNumbersByTheirValue() throws {
        var seen = DistinctValues()
        #expect(seen.insert(.number(try #require(JSONNumber("1.10")))) == true)
        #expect(seen.insert(.number(try #require(JSONNumber("11e-1")))) == false)
    }

    @Test func keepsManyApart() {
        var seen = DistinctValues()
        #expect((0..<100_000).allSatisfy { seen.insert(.string("customer-\($0)")) == true })
    }
}
