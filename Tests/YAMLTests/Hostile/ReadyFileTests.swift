import Diagnostics
import Foundation
import Testing
import YAML

struct ReadyFileTests {
    @Test func thereAreFiles() {
        #expect(Repository.jobFiles.count > 15)
    }

    @Test(arguments: Repository.jobFiles)
    func readsWithoutAWord(path: String) throws {
        let reading = Reading(SourceFile(name: path, bytes: try Repository.bytes(of: path)))
        #expect(reading.codes.isEmpty)
        #expect(reading.node?.mapping?.isEmpty == false)
    }

    @Test(arguments: Repository.jobFiles)
    func everyTextKnowsItsPlace(path: String) throws {
        let reading = Reading(SourceFile(name: path, bytes: try Repository.bytes(of: path)))
        for scalar in (reading.node?.all ?? []).compactMap(\.scalar) where scalar.style == .plain {
            guard !scalar.text.contains(" ") else { continue }
            #expect(scalar.span.text == scalar.text)
            #expect(scalar.span(of: 0..<scalar.text.utf8.count).text == scalar.text)
        }
    }
}
