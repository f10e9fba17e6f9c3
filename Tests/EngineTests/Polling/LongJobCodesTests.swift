import Diagnostics
import Foundation
import Testing

@testable import Engine

@Suite struct LongJobCodesTests {
    @Test func explainsEveryCode() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let text = try String(
            contentsOf: root.appendingPathComponent("Sources/Engine/Polling/LongJobCodes.swift"), encoding: .utf8)
        let codes = text.split(separator: "\"").filter { $0.hasPrefix("E") && $0.count == 5 }.map(String.init)
        #expect(codes.count == 5)
        #expect(DiagnosticRegistry.longJobs.explanations.map(\.code.rawValue).sorted() == codes.sorted())
    }
}
