import Foundation
import Testing

@testable import Sinks

@Suite struct StagedFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ name: String) throws -> any Sink {
        try SinkConfiguration(target: .file(folder(name)), format: .txt).open()
    }

    @Test func standsBesideItsTargetUnderANameOfItsOwn() throws {
        let sinks = [try open("a.txt"), try open("a.txt")]
        #expect(folder.names.count == 2)
        for name in folder.names {
            #expect(name.hasPrefix(".a.txt.errand-"))
            let parsed = try #require(StagingName(name))
            #expect(!parsed.isAbandoned)
        }
        #expect(OutputSet.rollback(sinks) == [])
        #expect(folder.names == [])
    }

    @Test func keepsThePermissionsOfTheFileThatItReplaces() throws {
        for mode: mode_t in [0o600, 0o666, 0o640] {
            try folder.write("old", to: "a.txt")
            chmod(folder("a.txt"), mode)
            try OutputSet.commit([try open("a.txt")])
            #expect(try folder.mode(of: "a.txt") == mode)
        }
    }

    @Test func givesANewFileTheUsualPermissions() throws {
        try folder.write("", to: "usual")
        try OutputSet.commit([try open("a.txt")])
        #expect(try folder.mode(of: "a.txt") == folder.mode(of: "usual"))
    }

    @Test func takesBackTheFoldersThatItMade() throws {
        try folder.makeFolder("mine")
        let sinks = [try open("mine/a/b/1.txt"), try open("mine/a/c/2.txt"), try open("mine/3.txt")]
        try sinks[0].rollback()
        #expect(folder.names.filter { !$0.contains(".errand-") } == ["mine", "mine/a", "mine/a/c"])
        #expect(OutputSet.rollback(sinks) == [])
        #expect(folder.names == ["mine"])
    }

    @Test func leavesAMadeFolderThatOthersUse() throws {
        let sink = try open("new/a.txt")
        try folder.write("x", to: "new/other")
        try sink.rollback()
        #expect(folder.names == ["new", "new/other"])
    }

    @Test func refusesAFileThatMayNotBeWritten() throws {
        try folder.write("old", to: "a.txt")
        chmod(folder("a.txt"), 0o444)
        // Root may write it all the same.
        guard geteuid() != 0 else { return try OutputSet.commit([try open("a.txt")]) }
        let failure = #expect(throws: SinkError.self) { try open("a.txt") }
        #expect(failure?.code == .notAllowed)
    }

    @Test func clearsAwayWhatADeadProcessLeft() throws {
        let dead = try deadProcess()
        let token = String(repeating: "a", count: 16)
        let kept = [
            "a.errand-\(dead)-\(token)-1", ".a.errand-\(dead)-\(token)", ".a.errand-x-\(token)-1",
            ".a.errand-\(dead)-short-1", ".a.errand-\(getppid())-\(token)-1", ".a.errand-\(dead)-\(token)-2",
        ]
        for name in kept { try folder.write("x", to: name) }
        try folder.write("x", to: ".a.errand-\(dead)-\(token)-3")
        try folder.write("x", to: ".a.errand-\(getpid())-\(token)-4")
        let locked = Foundation.open(folder(kept[5]), O_RDONLY)
        defer { close(locked) }
        #expect(flock(locked, LOCK_EX) == 0)
        try folder.write("precious", to: "precious")
        try folder.link(".a.errand-\(dead)-\(token)-5", to: "precious")
        StagingFolder.sweep(folder.path)
        #expect(folder.names == (kept + ["precious", ".a.errand-\(dead)-\(token)-5"]).sorted())
    }

    @Test func sweepsBeforeItStages() throws {
        let dead = try deadProcess()
        try folder.write("x", to: ".a.txt.errand-\(dead)-0123456789abcdef-1")
        try OutputSet.commit([try open("a.txt")])
        #expect(folder.names == ["a.txt"])
    }

    /// The number of a process that has ended.
    private func deadProcess() throws -> Int32 {
        let process = try Process.run(URL(filePath: "/bin/true"), arguments: [])
        process.waitUntilExit()
        return process.processIdentifier
    }
}
