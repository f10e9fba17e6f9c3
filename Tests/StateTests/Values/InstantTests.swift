import State
import Testing

@Suite("Instant")
struct InstantTests {
    @Test(
        "reads one moment in every spelling",
        arguments: [
            "2024-02-29T12:30:15.5Z", "2024-02-29t12:30:15.5z", "2024-02-29 12:30:15.5Z", "2024-02-29T12:30:15,5Z",
            "2024-02-29T12:30:15.500000000000Z", "2024-02-29T13:30:15.5+01:00", "2024-02-29T13:30:15.5+0100",
            "2024-02-29T13:30:15.5+01", "2024-02-29T07:00:15.50-05:30", "2024-02-29T12:30:15.5+00:00",
            "2024-02-29T12:30:15.5+0000", "2024-02-29T12:30:15.5-00:00", "2024-02-29T12:30:15.5",
            "2024-02-29 12:30:15.5 UTC", "2024-02-29 12:30:15.5 GMT", "2024-02-29 12:30:15.5 +0000",
            "2024-02-29_12:30:15.5Z", "20240229T123015.5Z", "2024-03-01T00:30:15.5+12:00",
        ])
    func spellings(_ text: String) throws {
        let instant = try #require(Instant(text))
        #expect(instant.nanoseconds == 1_709_209_815_500_000_000)
        #expect(instant.rfc3339 == "2024-02-29T12:30:15.5Z")
    }

    @Test(
        "reads what leaves parts out",
        arguments: [
            ("2024-01-01", "2024-01-01T00:00:00Z"), ("2024-01-01T10:20Z", "2024-01-01T10:20:00Z"),
            ("2023-12-31T24:00:00Z", "2024-01-01T00:00:00Z"), ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
            ("2016-12-31T23:59:60.9Z", "2017-01-01T00:00:00Z"), ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
            ("1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999999Z"),
            ("2000-02-29T00:00:00.0000000019Z", "2000-02-29T00:00:00.000000001Z"),
        ])
    func parts(_ text: String, _ canonical: String) throws {
        #expect(Instant(text)?.rfc3339 == canonical)
    }

    @Test(
        "refuses what is no time",
        arguments: [
            "", "yesterday", "2024", "2024-1-1", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "1900-02-29",
            "2024-01-01T25:00:00Z", "2024-01-01T24:00:01Z", "2024-01-01T10:60:00Z", "2024-01-01T10:00:61Z",
            "2024-01-01T10:00:00.Z", "2024-01-01T10:00:00+24:00", "2024-01-01T10:00:00+01:60", "2024-01-01T10:00:00+1",
            "2024-01-01T10:00:00Zx", "2024-01-01T", "2024-01-01 ", "2024-01-01T10:00:00 ", "-2024-01-01",
            "2024-01-01T10",
            "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "２０２４-01-01", "2024-01-01T10:00:00 CET",
        ])
    func refusals(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("every day of 1600 to 2400 is written as it was read")
    func everyDay() throws {
        var expected = Int128(-11_676_096_000) * 1_000_000_000
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
                    guard let instant = Instant(text) else {
                        #expect(day > 28)
                        continue
                    }
                    #expect(instant.nanoseconds == expected)
                    #expect(instant.rfc3339 == text)
                    expected += 86_400 * 1_000_000_000
                }
            }
        }
    }

    @Test("adds and subtracts, and stops at the ends")
    func arithmetic() throws {
        let instant = try #require(Instant("2024-03-01T00:00:00Z"))
        #expect((instant - .seconds(86_400)).rfc3339 == "2024-02-29T00:00:00Z")
        #expect((instant - .nanoseconds(1)).rfc3339 == "2024-02-29T23:59:59.999999999Z")
        #expect((instant + .milliseconds(1500)).rfc3339 == "2024-03-01T00:00:01.5Z")
        #expect(Instant.distantPast - .seconds(1) == .distantPast)
        #expect(Instant.distantFuture + .seconds(Int64.max) == .distantFuture)
    }

    @Test("whole seconds and milliseconds go towards the past")
    func rounding() throws {
        let early = try #require(Instant("1969-12-31T23:59:58.75Z"))
        #expect(early.seconds == -2)
        #expect(early.milliseconds == -1250)
        #expect(early.fraction == 750_000_000)
        #expect(early.exactSeconds == "-1.25")
        #expect(Instant("1970-01-01T00:00:01.25Z")?.exactSeconds == "1.25")
        #expect(Instant("1969-12-31T23:59:58Z")?.exactSeconds == "-2")
        #expect(Instant("1969-12-31T23:59:59.5Z")?.exactSeconds == "-0.5")
    }
}
