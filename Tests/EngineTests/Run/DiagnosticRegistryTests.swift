import Diagnostics
import Foundation
import Testing

@testable import Engine

@Suite struct DiagnosticRegistryTests {
    @Test func explainsEveryCodeOfTheEngine() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let text = try String(
            contentsOf: root.appendingPathComponent("Sources/Engine/Run/EngineCodes.swift"), encoding: .utf8)
        let codes = text.split(separator: "\"").filter { $0.hasPrefix("E") && $0.count == 5 }.map(String.init)
        #expect(codes.count > 20)
        let explained = (DiagnosticRegistry.engine.explanations + DiagnosticRegistry.sync.explanations).map(
            \.code.rawValue)
        #expect(explained.sorted() == codes.sorted())
    }
}
