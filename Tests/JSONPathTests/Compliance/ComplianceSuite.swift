import Foundation
import JSON
import Testing

/// The JSONPath compliance test suite, where it lies beside the repository.
enum ComplianceSuite {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let selector: String
        let isInvalid: Bool
        let document: JSONNode?
        /// The results that are right: lists of values, and of normalized paths.
        let results: [JSONNode]
        let paths: [[String]]

        var testDescription: String { name }

        init?(_ node: JSONNode) {
            guard let name = node["name"]?.string, let selector = node["selector"]?.string else { return nil }
            self.name = name
            self.selector = selector
            isInvalid = node["invalid_selector"]?.bool == true
            document = node["document"]
            results = node["result"].map { [$0] } ?? node["results"].map { Array($0.elements) } ?? []
            let paths = node["result_paths"].map { [$0] } ?? node["results_paths"].map { Array($0.elements) } ?? []
            self.paths = paths.map { $0.elements.compactMap(\.string) }
        }
    }

    static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../../../../shared/suites/jsonpath/cts.json").standardized

    static let isThere = FileManager.default.fileExists(atPath: file.path)

    static let cases: [Case] = {
        guard let data = try? Data(contentsOf: file), let suite = try? JSONDocument(Array(data)) else { return [] }
        return suite.root["tests"]?.elements.compactMap(Case.init) ?? []
    }()
}
