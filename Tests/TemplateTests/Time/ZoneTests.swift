import Foundation
import JSON
import Template
import Testing

@Suite("Time zones")
struct ZoneTests {
    private func date(_ moment: String, _ bytes: [UInt8]?, pattern: String = "yyyy-MM-dd HH:mm:ss xx z") throws
        -> String?
    {
        var scope = TestScope()
        scope.functions = TestScope.world(zoneFile: { name in name == "Test/Zone" ? bytes : nil })
        return try evaluate("${\"\(moment)\" | date(\"\(pattern)\", \"Test/Zone\")}", in: scope).string
    }

    @Test(
        "The table of a file",
        arguments: [
            ("1969-12-31T23:59:59Z", "1970-01-01 00:53:27 +0053 LMT"),
            ("1970-01-01T00:00:00Z", "1970-01-01 01:00:00 +0100 CET"),
            ("1970-01-01T00:16:39Z", "1970-01-01 01:16:39 +0100 CET"),
            ("1970-01-01T00:16:40Z", "1970-01-01 02:16:40 +0200 CEST"),
            ("2024-07-01T00:00:00Z", "2024-07-01 02:00:00 +0200 CEST"),
        ])
    func table(moment: String, expected: String) throws {
        let file = ZoneFile(
            transitions: [(0, 1), (1000, 2)], types: [(3208, 0), (3600, 4), (7200, 8)],
            names: "LMT\u{0}CET\u{0}CEST\u{0}")
        #expect(try date(moment, file.bytes) == expected)
    }

    @Test(
        "The rule for the years to come",
        arguments: [
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-03-31T00:59:59Z", "01:59:59 +0100 CET"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-03-31T01:00:00Z", "03:00:00 +0200 CEST"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-10-27T00:59:59Z", "02:59:59 +0200 CEST"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-10-27T01:00:00Z", "02:00:00 +0100 CET"),
            ("EST5EDT,M3.2.0,M11.1.0", "2030-03-10T07:00:00Z", "03:00:00 -0400 EDT"),
            ("EST5EDT,M3.2.0,M11.1.0", "2030-11-03T06:00:00Z", "01:00:00 -0500 EST"),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2024-01-01T00:00:00Z", "11:00:00 +1100 AEDT"),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2024-07-01T00:00:00Z", "10:00:00 +1000 AEST"),
            ("<+0330>-3:30", "2024-07-01T00:00:00Z", "03:30:00 +0330 +0330"),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:59:59Z", "22:59:59 -0200 -02"),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T01:00:00Z", "00:00:00 -0100 -01"),
            ("IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-29T00:00:00Z", "03:00:00 +0300 IDT"),
            ("XXX0YYY,J60/0,J300/0", "2024-03-01T00:00:00Z", "01:00:00 +0100 YYY"),
            ("XXX0YYY,J60/0,J300/0", "2024-02-29T23:59:59Z", "23:59:59 +0000 XXX"),
            ("XXX0YYY,59/0,300/0", "2024-02-29T00:00:00Z", "01:00:00 +0100 YYY"),
            ("XXX3EDT4,0/0,J365/23", "2024-07-01T00:00:00Z", "20:00:00 -0400 EDT"),
        ])
    func rules(rule: String, moment: String, expected: String) throws {
        #expect(try date(moment, ZoneFile(footer: rule).bytes, pattern: "HH:mm:ss xx z") == expected)
    }

    @Test(
        "A rule that is none leaves the last type of the table",
        arguments: [
            "", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M10.1.0", "CET-1CEST,M3.6.0,M10.1.0", "C3T-1!", "<CET-1",
            "CET-25",
        ])
    func badRules(rule: String) throws {
        #expect(try date("2024-07-01T00:00:00Z", ZoneFile(footer: rule).bytes, pattern: "HH:mm z") == "00:00 LMT")
    }

    @Test("A file that is none is no zone")
    func badFiles() throws {
        let good = ZoneFile(transitions: [(0, 0), (5, 0)], footer: "CET-1").bytes
        #expect(try date("2024-07-01T00:00:00Z", good, pattern: "HH") == "01")
        var backwards = ZoneFile(transitions: [(5, 0), (0, 0)])
        var files: [[UInt8]?] = [nil, [], Array("TZif".utf8), backwards.bytes, ZoneFile(version: 0).bytes]
        files.append(ZoneFile(transitions: [(0, 3)]).bytes)
        files.append(ZoneFile(types: []).bytes)
        backwards.transitions = []
        backwards.types = [(99 * 3600, 0)]
        files.append(backwards.bytes)
        for file in files {
            #expect(throws: TemplateError.self) { try date("2024-07-01T00:00:00Z", file) }
        }
    }

    @Test("Cut and changed files never crash")
    func hostileFiles() throws {
        let good = ZoneFile(
            transitions: [(0, 1), (1000, 2)], types: [(3208, 0), (3600, 4), (7200, 8)],
            names: "LMT\u{0}CET\u{0}CEST\u{0}",
            footer: "CET-1CEST,M3.5.0,M10.5.0/3"
        ).bytes
        for length in 0..<good.count { _ = try? date("2024-07-01T00:00:00Z", Array(good[..<length])) }
        for place in good.indices {
            for value: UInt8 in [0, 0x7F, 0x80, 0xFF] {
                var changed = good
                changed[place] = value
                _ = try? date("2024-07-01T00:00:00Z", changed)
                _ = try? date("1970-01-01T00:10:00Z", changed)
            }
        }
    }

    @Test(
        "Only names of zones reach the caller",
        arguments: ["../x", "/etc/passwd", "a//b", "a/../b", "", "a b", "a\u{0}", "é"])
    func names(name: String) throws {
        var scope = TestScope(.object([JSONMember(name: "z", value: .string(name))]))
        scope.functions = TestScope.world(zoneFile: { name in
            Issue.record("asked for \(name)")
            return nil
        })
        #expect(try failure(of: "${now() | date(\"yyyy\", vars.z)}", in: scope) != nil)
    }

    @Test("The job's zone is the default, and the one in which days begin")
    func jobZone() throws {
        let file = ZoneFile(footer: "EST5EDT,M3.2.0,M11.1.0").bytes
        var scope = TestScope()
        scope.functions = TestScope.world(zoneFile: { _ in file }, timeZone: "America/New_York")
        #expect(try evaluate("${\"2024-07-01T02:00:00Z\" | date(\"yyyy-MM-dd\")}", in: scope) == .string("2024-06-30"))
        #expect(
            try evaluate("${\"2024-07-01\" | date(\"yyyyMMdd HH xxx\")}", in: scope) == .string("20240701 00 -04:00"))
        #expect(try evaluate("${\"2024-07-01\" | unix}", in: scope) == .number(JSONNumber(1_719_806_400)))
        #expect(try evaluate("${\"2024-07-01\" | plus(1h)}", in: scope) == .string("2024-07-01T01:00:00-04:00"))
        #expect(try evaluate("${\"2024-03-10\" | plus(1d)}", in: scope) == .string("2024-03-11"))
        #expect(try evaluate("${\"2024-07-01\" | date(\"HH xxx\", \"UTC\")}", in: scope) == .string("00 +00:00"))
        #expect(scope.functions.hasTimeZone("America/New_York") && scope.functions.hasTimeZone("+02:00"))
        #expect(!scope.functions.hasTimeZone("../New_York"))
        scope.functions = scope.functions.inTimeZone(nil)
        #expect(try evaluate("${\"2024-07-01\" | plus(1h)}", in: scope) == .string("2024-07-01T01:00:00Z"))
        scope.functions = TestScope.world().inTimeZone("Gone/Away")
        #expect(!scope.functions.hasTimeZone("Gone/Away"))
        let marked = MarkedText("${\"2024-07-01\" | ⟦unix⟧}")
        #expect(try failure(of: marked.text, in: scope)?.range == marked.ranges[0])
    }

    private static let folder = "/usr/share/zoneinfo/"

    @Test(
        "The system's files agree with Foundation",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")),
        arguments: [
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Apia", "Europe/Dublin", "America/Sao_Paulo",
        ])
    func system(name: String) throws {
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: Self.folder + name)))
        let zone = try #require(TimeZone(identifier: name))
        var scope = TestScope()
        scope.functions = TestScope.world(zoneFile: { _ in bytes })
        let template = try Template("${x | date(\"xx\", \"\(name)\")}")
        for seconds in stride(from: 0, to: 2_100_000_000, by: 1_234_567) {
            scope.roots["x"] = TemplateValue(seconds)
            let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) / 60
            let digits = String(10_000 + abs(offset) / 60 * 100 + abs(offset) % 60).dropFirst()
            #expect(try template.evaluate(in: scope).json == .string((offset < 0 ? "-" : "+") + digits), "\(seconds)")
        }
    }
}
