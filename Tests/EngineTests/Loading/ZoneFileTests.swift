import Foundation
import Testing

@testable import Engine

@Suite struct ZoneFileTests {
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Vienna")),
        arguments: ["Europe/Vienna", "UTC", "Etc/GMT+5"])
    func readsZones(name: String) {
        #expect(ZoneFile.read(name)?.starts(with: "TZif".utf8) == true)
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../../etc/passwd", "Europe/../../../../etc/passwd", "Europe", "Europe/Nowhere",
        "tzdata.zi",
        "zone.tab", "Europe//Vienna", "Europe/Vienna/", "Europe\0/Vienna", String(repeating: "a", count: 5000),
    ])
    func readsNothingElse(name: String) {
        #expect(ZoneFile.read(name) == nil)
    }
}
