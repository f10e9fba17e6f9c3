import Foundation
import Testing

@testable import Sinks

/// A file takes the place of another, also on a file system where a file cannot have two names.
@Suite struct PublicationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("new", to: "staged")
    }

    private func publish(hasLinks: Bool) throws -> Publication {
        try Publication.publish(folder("staged"), as: folder("target")) { hasLinks && link($0, $1) == 0 }
    }

    @Test(arguments: [true, false]) func keepsTheOldFileUntilItIsFinal(_ hasLinks: Bool) throws {
        try folder.write("old", to: "target")
        let publication = try publish(hasLinks: hasLinks)
        #expect(folder.text(of: "target") == "new")
        #expect(folder.names.count == 2)
        try publication.seal()
        #expect(folder.names == ["target"])
        #expect(folder.text(of: "target") == "new")
    }

    @Test(arguments: [true, false]) func putsTheOldFileBack(_ hasLinks: Bool) throws {
        try folder.write("old", to: "target")
        try publish(hasLinks: hasLinks).takeBack()
        #expect(folder.names == ["target"])
        #expect(folder.text(of: "target") == "old")
    }

    @Test(arguments: [true, false]) func removesAFileThatReplacedNone(_ hasLinks: Bool) throws {
        try publish(hasLinks: hasLinks).takeBack()
        #expect(folder.names == [])
    }

    @Test(arguments: [true, false]) func leavesTheOldFileWhenTheNewOneIsGone(_ hasLinks: Bool) throws {
        try folder.write("old", to: "target")
        try FileManager.default.removeItem(atPath: folder("staged"))
        #expect(throws: SystemError(code: ENOENT)) { try publish(hasLinks: hasLinks) }
        #expect(folder.names == ["target"])
        #expect(folder.text(of: "target") == "old")
    }

    @Test func replacesOnlyFiles() throws {
        try folder.makeFolder("target")
        #expect(throws: SystemError(code: EISDIR)) { try publish(hasLinks: true) }
        try FileManager.default.removeItem(atPath: folder("target"))
        try folder.link("target", to: "staged")
        #expect(throws: SystemError(code: EEXIST)) { try publish(hasLinks: true) }
        #expect(folder.names == ["staged", "target"])
    }
}
