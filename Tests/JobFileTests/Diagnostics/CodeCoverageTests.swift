import Diagnostics
import JobFile
import Testing

/// Every code of the language has an explanation and a test.
struct CodeCoverageTests {
    @Test func everyCodeIsTested() {
        let tested = Set(
            (KeyDiagnosticsTests.cases + TemplateDiagnosticsTests.cases + ReferenceDiagnosticsTests.cases
                + MeaningDiagnosticsTests.cases + AuthDiagnosticsTests.cases + PresetDiagnosticsTests.cases
                + SyncDiagnosticsTests.cases).map(\.code)
                + (LoadDiagnosticsTests.cases + KeyMaterialDiagnosticsTests.cases).map(\.code) + [
                    "E0302", "E0401", "E0402", "E0807",
                ])
        let codes = DiagnosticRegistry.jobFile.explanations.map(\.code.rawValue)
        #expect(codes.count > 60)
        #expect(codes.filter { !tested.contains($0) } == [])
        #expect(tested.filter { !codes.contains($0) } == [])
    }

    @Test func explanationsAreSentences() {
        for explanation in DiagnosticRegistry.jobFile.explanations {
            #expect(!explanation.title.hasSuffix("."))
            #expect(explanation.explanation.hasSuffix("."))
        }
    }
}
