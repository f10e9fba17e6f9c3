import JSON
import Testing

@Suite struct NumberTests {
    @Test(arguments: ["0", "-0", "10", "1.5", "-1.50e+10", "1E5", "12345678901234567890123"])
    func keepsItsSpelling(_ text: String) {
        #expect(JSONNumber(text)?.text == text)
    }

    @Test(arguments: ["", "-", "01", "1.", ".1", "1e", "+1", "0x10", "NaN", "1 ", " 1", "1e+", "1.5.5", "١"])
    func rejectsOtherText(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test(
        arguments: [
            ("1", 1), ("1.0", 1), ("1e2", 100), ("-120e-1", -12), ("9223372036854775807", .max),
            ("-9223372036854775808", .min),
            ("0e99", 0), ("1.5", nil), ("9223372036854775808", nil), ("1e400", nil), ("1e-1", nil),
            ("1e999999999999999999999", nil),
        ] as [(String, Int?)])
    func readsWholeNumbers(_ text: String, _ expected: Int?) {
        #expect(JSONNumber(text)?.int == expected)
    }

    @Test(arguments: [
        ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0", "1e-400"), ("1e400", "1e401"), ("-1e401", "-1e400"),
        ("0.1", "0.11"),
        ("12345678901234567890", "12345678901234567891"), ("9", "10"), ("99e-1", "10"), ("-1e-400", "0"),
    ])
    func ordersByValue(_ smaller: String, _ larger: String) throws {
        let (first, second) = (try #require(JSONNumber(smaller)), try #require(JSONNumber(larger)))
        #expect(first < second)
        #expect(!(second < first))
        #expect(first != second)
    }

    @Test func hashesByValue() {
        let numbers: Set = [JSONNumber("1"), JSONNumber("1.0"), JSONNumber("10e-1"), JSONNumber("2")]
        #expect(numbers.count == 2)
    }

    @Test func comesFromSwiftNumbers() {
        #expect(JSONNumber(-5).text == "-5")
        #expect(JSONNumber(1.5)?.text == "1.5")
        #expect(JSONNumber(3.0)?.text == "3")
        #expect(JSONNumber(1e100)?.text == "1e+100")
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber("1e400")?.double == nil)
        #expect(JSONNumber("2.5e0")?.double == 2.5)
    }
}
