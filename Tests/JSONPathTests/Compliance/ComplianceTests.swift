import JSON
import JSONPath
import Testing

@Suite("The compliance test suite", .enabled(if: ComplianceSuite.isThere))
struct ComplianceTests {
    @Test("No case is left out")
    func complete() {
        #expect(ComplianceSuite.cases.count == 703)
        #expect(ComplianceSuite.cases.allSatisfy { $0.isInvalid || ($0.document != nil && !$0.results.isEmpty) })
    }

    @Test("Each case", arguments: ComplianceSuite.cases)
    func each(_ test: ComplianceSuite.Case) throws {
        if test.isInvalid {
            let error = #expect(throws: JSONPathError.self) { try JSONPath(test.selector) }
            let range = try #require(error).range
            #expect(range.lowerBound >= 0 && range.upperBound <= test.selector.utf8.count)
            return
        }
        let path = try JSONPath(test.selector)
        let document = try #require(test.document)
        let nodes = path.nodes(in: document)
        let isRight = test.results.contains { result in
            result.count == nodes.count && zip(nodes, result.elements).allSatisfy { $0.isEqual(to: $1) }
        }
        #expect(isRight, "selected \(nodes.map { $0.value.serialized() })")
        #expect(test.paths.contains(path.locatedNodes(in: document).map(\.path)))
        #expect(path.first(in: document)?.range == nodes.first?.range)
        if path.isSingular { #expect(nodes.count <= 1) }
    }
}
