import JSON
import Template
import Testing

@Suite("Dates")
struct DateTests {
    @Test(
        "Patterns",
        arguments: [
            ("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-09T05:07:08Z"), ("yy M d H m s", "24 2 9 5 7 8"),
            ("EEE, dd MMM yyyy HH:mm:ss 'GMT'", "Fri, 09 Feb 2024 05:07:08 GMT"), ("EEEE d MMMM", "Friday 9 February"),
            ("HH:mm:ss.SSS", "05:07:08.250"), ("S SSSSSS", "2 250000"), ("h a hh", "5 AM 05"), ("DDD", "040"),
            ("X XX XXX x xx xxx Z ZZZZZ z", "Z Z Z +00 +0000 +00:00 +0000 Z UTC"), ("'o''clock' ''", "o'clock '"),
            ("yyyyMMdd_é/", "20240209_é/"), ("", ""),
        ])
    func patterns(pattern: String, expected: String) throws {
        let vars = #"{"x": "2024-02-09T05:07:08.250Z"}"#
        #expect(try evaluate("${vars.x | date(\"\(pattern)\")}", vars: vars) == .string(expected))
    }

    @Test(
        "Zones without a file",
        arguments: [
            ("UTC", "2024-02-29 23:30 +00:00"), ("+02:00", "2024-03-01 01:30 +02:00"),
            ("-0330", "2024-02-29 20:00 -03:30"),
            ("+14", "2024-03-01 13:30 +14:00"),
        ])
    func fixedZones(zone: String, expected: String) throws {
        let text = "${\"2024-02-29T23:30:00Z\" | date(\"yyyy-MM-dd HH:mm xxx\", \"\(zone)\")}"
        #expect(try evaluate(text) == .string(expected))
    }

    @Test(
        "Ways to write a date",
        arguments: [
            ("\"2024-01-01T00:00:00Z\"", "1704067200"), ("\"2024-01-01t01:00:00+01:00\"", "1704067200"),
            ("\"2024-01-01 00:00:00+0000\"", "1704067200"), ("\"2023-12-31T23:30:00-00:30\"", "1704067200"),
            ("\"2024-01-01T00:00:00.5Z\"", "1704067200.5"), ("\"1969-12-31T23:59:59.75Z\"", "-0.25"),
            ("\"2024-01-01\"", "1704067200"), ("1704067200", "1704067200"), ("1704067200.25", "1704067200.25"),
            ("1704067200.0", "1704067200"), ("\"0000-01-01T00:00:00Z\"", "-62167219200"), ("-1", "-1"),
            ("\"9999-12-31T23:59:59Z\"", "253402300799"), ("\"2016-12-31T23:59:60Z\"", "1483228800"),
            ("\"2024-01-01T00:00:00.123456789999Z\"", "1704067200.123456789"),
        ])
    func unix(text: String, expected: String) throws {
        #expect(try evaluate("${\(text) | unix}").serialized() == expected)
    }

    @Test(
        "Not a date",
        arguments: [
            ("\"\"", nil), ("\"yesterday\"", nil), ("\"2024-02-30\"", nil), ("\"2023-02-29\"", nil),
            ("\"2024-13-01\"", nil),
            ("\"2024-01-01T24:00:00Z\"", nil), ("\"2024-01-01T00:60:00Z\"", nil), ("\"2024-01-01T00:00:00\"", "Z"),
            ("\"2024-01-01T00:00:00+25:00\"", nil), ("\"2024-01-01T00:00Z\"", nil), ("\"2024-01-01T00:00:00.Z\"", nil),
            ("\"2024-01-01T00:00:00Zx\"", nil), ("\"1704067200\"", "number"), ("1704067200000", "milliseconds"),
            ("1e400", "milliseconds"), ("true", nil), ("null", "default"), ("\"20240101\"", "number"),
            ("\"2024-1-1\"", nil), ("300000000000", nil),
        ] as [(String, String?)])
    func notADate(text: String, hint: String?) throws {
        for filter in ["unix", "date(\"yyyy\")", "plus(1d)"] {
            let error = try #require(try failure(of: "${\(text) | \(filter)}"))
            #expect(error.range.lowerBound == text.utf8.count + 5)
            if let hint { #expect(error.hint?.contains(hint) == true) }
        }
    }

    @Test(
        "Shifting keeps the form",
        arguments: [
            ("\"2024-02-28T23:59:30Z\" | plus(30s)", #""2024-02-29T00:00:00Z""#),
            ("\"2024-03-01T00:00:00+02:00\" | minus(1d)", #""2024-02-29T00:00:00+02:00""#),
            ("\"2024-01-01T00:00:00.50Z\" | plus(5m)", #""2024-01-01T00:05:00.50Z""#),
            ("\"2024-01-01T00:00:00Z\" | minus(250ms)", #""2023-12-31T23:59:59.750Z""#),
            ("\"2024-01-01\" | minus(1d)", #""2023-12-31""#),
            ("\"2024-01-01\" | plus(36h)", #""2024-01-02T12:00:00Z""#),
            ("\"2024-01-01\" | plus(24h)", #""2024-01-02""#), ("1704067200 | plus(\"2h\")", "1704074400"),
            ("1704067200 | plus(250ms)", "1704067200.25"), ("now() | minus(7d)", #""2024-02-22T12:34:56Z""#),
            ("\"2024-01-01T00:00:00Z\" | plus(vars.span)", #""2024-01-01T00:00:10Z""#),
        ])
    func shifting(text: String, json: String) throws {
        #expect(try evaluate("${\(text)}", vars: #"{"span": "10s"}"#).serialized() == json)
    }

    @Test(
        "What cannot be shifted or written",
        arguments: [
            "\"9999-12-31T00:00:00Z\" | ⟦plus⟧(1d)", "\"0000-01-01\" | ⟦minus⟧(1d)",
            "\"2024-01-01\" | plus(⟦vars.bad⟧)",
            "\"2024-01-01\" | ⟦plus⟧(7000000d)", "\"2024-01-01\" | date(⟦vars.bad⟧)",
            "\"2024-01-01\" | date(\"yyyy\", ⟦vars.bad⟧)",
            "\"2024-01-01\" | date(\"yyyy\", ⟦\"Nowhere/City\"⟧)", "\"2024-01-01\" | date(⟦vars.list⟧)",
            "\"9999-12-31T23:00:00Z\" | ⟦date⟧(\"yyyy\", \"+02:00\")",
        ])
    func errors(text: String) throws {
        let marked = MarkedText("${\(text)}")
        let scope = try TestScope(json: #"{"bad": "b", "list": []}"#)
        #expect(try failure(of: marked.text, in: scope)?.range == marked.ranges[0])
    }

    @Test(
        "Time spans are bounded", arguments: ["5", "5x", "", "1.5h", "-5m", "9999999999999999999d", "8000000d", "5 m"])
    func spans(text: String) {
        #expect(syntaxErrors(of: "${vars.x | plus(\"\(text)\")}").count == 1)
    }

    @Test("Days and dates agree over 1200 years")
    func calendar() throws {
        var scope = TestScope()
        var expected = (year: 1600, month: 1, day: 1, weekday: 6)
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let template = try Template("${x | date(\"y M d EEE\")}")
        for day in stride(from: -135_140, to: 300_000, by: 1) {
            if day % 97 == 0 {
                scope.roots["x"] = TemplateValue(day * 86_400)
                let text = "\(expected.year) \(expected.month) \(expected.day) \(names[expected.weekday])"
                #expect(try template.evaluate(in: scope).json == .string(text))
            }
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            expected.day += 1
            expected.weekday = (expected.weekday + 1) % 7
            if expected.day > lengths[expected.month - 1] { (expected.month, expected.day) = (expected.month + 1, 1) }
            if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
        }
    }
}
