import JSON
import State
import Testing

@Suite("WatermarkValue")
struct WatermarkValueTests {
    private func time(_ text: String) throws -> WatermarkValue { try WatermarkValue(text: text, kind: .time) }

    private func number(_ text: String) throws -> JSONValue { .number(try #require(JSONNumber(text))) }

    @Test(
        "numbers count seconds or milliseconds, by the unit or by their size",
        arguments: [
            ("1700000000", nil, "2023-11-14T22:13:20Z"), ("1700000000123", nil, "2023-11-14T22:13:20.123Z"),
            ("1700000000.123456789", nil, "2023-11-14T22:13:20.123456789Z"), ("17e8", nil, "2023-11-14T22:13:20Z"),
            ("-1.25", TimeUnit.seconds, "1969-12-31T23:59:58.75Z"), ("1000", .milliseconds, "1970-01-01T00:00:01Z"),
            ("0.5", .milliseconds, "1970-01-01T00:00:00.0005Z"), ("99999999999", nil, "5138-11-16T09:46:39Z"),
            ("-0.0000000001", .seconds, "1969-12-31T23:59:59.999999999Z"),
        ])
    func units(_ text: String, _ unit: TimeUnit?, _ expected: String) throws {
        #expect(try WatermarkValue(number(text), kind: .time, unit: unit).canonical == expected)
        #expect(try WatermarkValue(.string(text), kind: .time, unit: unit).canonical == expected)
    }

    @Test(
        "says what is wrong with a value",
        arguments: [
            (JSONValue.null, WatermarkValue.Kind.time, "null, not a time"),
            (.bool(true), .integer, "a truth value, not a whole number"), (.array([]), .text, "an array, not text"),
            (.string("soon"), .time, "not a time: \"soon\"; RFC 3339 or a number since 1970 is expected"),
            (.string("1.5"), .integer, "not a whole number: \"1.5\""),
            (.string("1e300"), .time, "not a time: \"1e300\""),
            (
                .string("999999999999999"), .time,
                "not a time: \"999999999999999\" milliseconds since 1970 is outside of the years 0 to 9999"
            ),
        ])
    func problems(_ value: JSONValue, _ kind: WatermarkValue.Kind, _ message: String) throws {
        let problem = try #require(throws: WatermarkValue.Problem.self) { try WatermarkValue(value, kind: kind) }
        #expect(problem.message == message)
    }

    @Test("a number beyond the year 9999 is no time")
    func beyond() throws {
        #expect(throws: WatermarkValue.Problem.self) { try time("253402300800000") }
        #expect(throws: WatermarkValue.Problem.self) {
            try WatermarkValue(text: "253402300800", kind: .time, unit: .seconds)
        }
        #expect(try time("253402300799999").canonical == "9999-12-31T23:59:59.999Z")
    }

    @Test("a text that is too long is no watermark")
    func long() {
        let text = String(repeating: "x", count: WatermarkValue.textLimit + 1)
        #expect(throws: WatermarkValue.Problem.self) { try WatermarkValue(text: text, kind: .text) }
    }

    @Test("times are equal whatever their spelling, and ordered as moments")
    func times() throws {
        #expect(try time("2024-01-01T00:00:00Z") == time("2024-01-01T01:00:00+01:00"))
        #expect(try time("2024-01-01T00:30:00+01:00") < time("2024-01-01T00:00:00Z"))
        #expect(try time("2024-01-01T00:00:00.1Z") > time("2024-01-01T00:00:00.0999999Z"))
    }

    @Test("integers of any size compare exactly")
    func integers() throws {
        let small = try WatermarkValue(number("9007199254740993"), kind: .integer)
        let large = try WatermarkValue(number("9007199254740992"), kind: .integer)
        #expect(large < small)
        #expect(
            try WatermarkValue(.string("184467440737095516160"), kind: .integer).canonical == "184467440737095516160")
    }

    @Test("text is compared by its bytes")
    func texts() throws {
        #expect(WatermarkValue.text("Z") < .text("a"))
        #expect(WatermarkValue.text("a") < .text("aa"))
        // The same letters to a reader, other bytes to a server.
        #expect(WatermarkValue.text("\u{E9}") != .text("e\u{301}"))
        #expect(try WatermarkValue(number("1.50"), kind: .text) == .text("1.50"))
    }

    @Test(
        "the order key keeps the order",
        arguments: [
            ["0001-01-01", "1700-01-01", "1969-12-31T23:59:59.999999999Z", "1970-01-01", "2262-01-01", "9999-01-01"]
                .map { ($0, WatermarkValue.Kind.time) },
            ["-1e30", "-1", "0", "1", "1e18", "1e30"].map { ($0, .integer) },
            ["", "a", "aa", "abcdefgh", "abcdefghi", "b", "\u{7F}", "é", "\u{10FFFF}"].map { ($0, .text) },
        ])
    func orderKeys(_ samples: [(String, WatermarkValue.Kind)]) throws {
        let values = try samples.map { try WatermarkValue(text: $0.0, kind: $0.1) }
        #expect(values == values.sorted())
        let keys = values.map(\.orderKey)
        #expect(keys == keys.sorted())
        #expect(Set(keys).count >= keys.count - 1)
    }

    @Test(
        "what is kept reads back as the same value",
        arguments: [
            ("2024-05-06T07:08:09.123456789+02:00", WatermarkValue.Kind.time),
            ("-123456789012345678901234567890", .integer),
            ("line\nbreak", .text), ("", .text),
        ])
    func canonical(_ text: String, _ kind: WatermarkValue.Kind) throws {
        let value = try WatermarkValue(text: text, kind: kind)
        #expect(try WatermarkValue(text: value.canonical, kind: kind) == value)
    }

    @Test("a lookback goes back by time or number")
    func lookback() throws {
        #expect(try time("2024-01-01T00:00:00Z").minus(.time(.seconds(300)))?.canonical == "2023-12-31T23:55:00Z")
        #expect(try time("2024-01-01T00:00:00Z").plus(.time(.seconds(86_400)))?.canonical == "2024-01-02T00:00:00Z")
        #expect(WatermarkValue.integer(WholeNumber(5)).minus(.integer(10)) == .integer(WholeNumber(-5)))
        #expect(WatermarkValue.integer(WholeNumber(5)).plus(.integer(10)) == .integer(WholeNumber(15)))
        #expect(WatermarkValue.text("a").minus(.integer(1)) == nil)
        #expect(WatermarkValue.integer(WholeNumber(5)).minus(.time(.seconds(1))) == nil)
    }

    @Test("is written as the request wants it")
    func spellings() throws {
        let value = try time("2024-01-01T00:00:00.9996Z")
        #expect(value.text() == "2024-01-01T00:00:00.9996Z")
        #expect(value.text(as: .unix) == "1704067200")
        #expect(value.text(as: .unixMilliseconds) == "1704067200999")
        #expect(WatermarkValue.text("x").text(as: .unix) == "x")
    }
}
