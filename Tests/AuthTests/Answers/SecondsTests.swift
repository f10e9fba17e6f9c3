import JSON
import Testing

@testable import Auth

@Suite("Seconds and instants as servers write them")
struct SecondsTests {
    private func node(_ json: String) throws -> JSONNode {
        try JSONDocument(Array(json.utf8)).root
    }

    @Test(
        "a number of seconds",
        arguments: [
            ("3600", 3600), ("\"3600\"", 3600), ("3600.5", 3600.5), ("\" 3600.0 \"", 3600), ("0", 0), ("-1", -1),
            ("36e2", 3600), ("1e999", Double.infinity), ("-1e999", -Double.infinity), ("\"1e999\"", .infinity),
            ("99999999999999999999999", 1e23),
        ])
    func duration(json: String, seconds: Double) throws {
        #expect(Seconds.duration(try node(json)) == seconds)
    }

    @Test(
        "anything else is no number of seconds",
        arguments: ["null", "true", "\"\"", "\"soon\"", "\"nan\"", "\"inf\"", "[3600]", "{}"])
    func noDuration(json: String) throws {
        #expect(Seconds.duration(try node(json)) == nil)
    }

    @Test(
        "an instant",
        arguments: [
            ("1700000000", 1_700_000_000), ("\"1700000000\"", 1_700_000_000),
            ("\"2023-11-14T22:13:20Z\"", 1_700_000_000), ("\"2023-11-15T00:13:20+02:00\"", 1_700_000_000),
            ("\"2023-11-14t22:13:20z\"", 1_700_000_000), ("\"2023-11-14 22:13:20Z\"", 1_700_000_000),
            ("\"2023-11-14T22:13:20.500Z\"", 1_700_000_000.5),
        ])
    func instant(json: String, seconds: Double) throws {
        let read = try #require(Seconds.instant(try node(json)))
        #expect(abs(read - seconds) < 0.001)
    }

    @Test("anything else is no instant", arguments: ["\"tomorrow\"", "null", "\"\"", "[]"])
    func noInstant(json: String) throws {
        #expect(Seconds.instant(try node(json)) == nil)
    }
}
