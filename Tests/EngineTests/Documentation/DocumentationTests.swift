import Diagnostics
import Engine
import Foundation
import JobFile
import Testing

/// The pages of the documentation that are made from declarations say what those say now; `RECORD=1` writes them anew.
struct DocumentationTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/errand/Documentation.docc")

    @Test func diagnostics() throws {
        try expect(DiagnosticRegistry.all.page(), in: "Diagnostics.md")
    }

    @Test func jobFile() throws {
        try expect(JobLanguage.referencePage(), in: "JobFile.md")
    }

    @Test func everyCodeIsExplainedOnce() {
        let codes = DiagnosticRegistry.all.explanations.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.count > 100)
    }

    private func expect(_ text: String, in name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        let found = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        guard found != text else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(text.utf8).write(to: file) }
        Issue.record("\(name) does not say what the declarations say; RECORD=1 writes it anew")
    }
}
