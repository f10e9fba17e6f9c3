import Foundation
import JobFile
import Testing

/// The pages about the presets say what their data says now; `RECORD=1` writes them anew.
struct PresetPagesTests {
    private static let folder = Repository.root.appendingPathComponent("Sources/errand/Documentation.docc/Presets")

    @Test func pagesAreRight() throws {
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        if isRecording { try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true) }
        for (name, text) in JobLanguage.presetPages() {
            let file = Self.folder.appendingPathComponent("\(name).md")
            let found = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
            guard found != text else { continue }
            if isRecording { try Data(text.utf8).write(to: file) }
            Issue.record("\(name).md does not say what the preset says; RECORD=1 writes it anew")
        }
    }

    @Test func noPageIsLeftOver() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        #expect(names == JobLanguage.presetPages().map { "\($0.name).md" }.sorted())
    }

    @Test func tablesHaveThreeColumns() {
        for (name, text) in JobLanguage.presetPages() {
            for line in text.split(separator: "\n") where line.hasPrefix("|") {
                #expect(line.filter { $0 == "|" }.count == 4, "\(name): \(line)")
            }
        }
    }
}
