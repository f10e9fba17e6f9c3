import State
import Testing

@Suite("WholeNumber")
struct WholeNumberTests {
    @Test(
        "reads whole numbers of any size",
        arguments: [
            ("0", "0"), ("-0", "0"), ("007", "7"), ("+5", "5"), ("1.0", "1"), ("12e2", "1200"), ("1.5e1", "15"),
            ("120E-1", "12"), ("0e9", "0"),
            ("-98765432109876543210987654321", "-98765432109876543210987654321"),
            ("9223372036854775808", "9223372036854775808"),
        ])
    func reads(_ text: String, _ canonical: String) {
        #expect(WholeNumber(text)?.text == canonical)
    }

    @Test(
        "refuses what is not whole, or far too long",
        arguments: [
            "", "-", "1.5", "1e-1", "abc", "1.", ".5", "1e", "1e99999999999999999999", "1e1001", "0x10", " 1", "1 ",
            "--1",
        ])
    func refuses(_ text: String) {
        #expect(WholeNumber(text) == nil)
    }

    @Test("is ordered by value")
    func order() throws {
        let texts = ["-100000000000000000000", "-99", "-9", "0", "7", "10", "99", "100000000000000000000"]
        let numbers = try texts.map { try #require(WholeNumber($0)) }
        #expect(numbers.shuffled().sorted() == numbers)
        #expect(WholeNumber("1e2") == WholeNumber("100.0"))
        #expect(numbers.map(\.clamped) == [.min, -99, -9, 0, 7, 10, 99, .max])
    }

    @Test("sums and differences of 64 bits and beyond")
    func arithmetic() throws {
        let samples = [0, 1, -1, 9, 10, -10, 99, 100, 12_345, -98_765, Int.max / 2, Int.min / 2]
        for left in samples {
            for right in samples {
                #expect((WholeNumber(left) + WholeNumber(right)).text == "\(left + right)")
                #expect((WholeNumber(left) - WholeNumber(right)).text == "\(left - right)")
            }
        }
        let large = try #require(WholeNumber("100000000000000000000"))
        #expect((large - WholeNumber(1)).text == "99999999999999999999")
        #expect((WholeNumber(1) - large).text == "-99999999999999999999")
        #expect(WholeNumber(Int.min).text == "\(Int.min)")
    }
}
