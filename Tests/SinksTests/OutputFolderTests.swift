import Sinks
import Testing

@Suite struct OutputFolderTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("out/real")
        try folder.makeFolder("outside")
        try folder.link("out/inside", to: "real")
        try folder.link("out/leaves", to: "../outside")
        try folder.link("out/absolute", to: "/etc")
        try folder.link("out/nowhere", to: "missing")
        try folder.link("out/sibling", to: "../out-other")
        try folder.makeFolder("out-other")
        output = OutputFolder(folder("out"))
    }

    @Test func joinsThePathsOfTheJob() throws {
        #expect(try output.resolve("a/b.csv") == folder("out/a/b.csv"))
        #expect(try output.resolve("../b.csv") == folder("out/../b.csv"))
        #expect(try output.resolve("/tmp/b.csv") == "/tmp/b.csv")
        #expect(try OutputFolder(".").resolve("b.csv") == "b.csv")
        #expect(try OutputFolder("").resolve("b.csv") == "b.csv")
        #expect(try OutputFolder("/").resolve("b.csv") == "/b.csv")
        #expect(try OutputFolder("out/").resolve("b.csv") == "out/b.csv")
        for path in ["", "a\0b"] { #expect(throws: SinkError.self) { try output.resolve(path) } }
    }

    @Test(arguments: [
        ("b.csv", "b.csv"), ("a/b/c.csv", "a/b/c.csv"), ("./a/./b.csv", "a/b.csv"), ("..b", "..b"), ("...", "..."),
        ("inside/x", "inside/x"), ("real/x", "real/x"), ("ä ö/\u{301}b", "ä ö/\u{301}b"),
    ])
    func keepsPathsThatStayInside(_ path: String, _ expected: String) throws {
        #expect(try output.resolveInside(path) == folder("out/\(expected)"))
    }

    @Test(arguments: [
        "..", "../x", "a/../x", "a/..", "./../x", "/etc/passwd", "/", "//x", "leaves/x", "leaves", "absolute/passwd",
        "nowhere", "nowhere/x", "sibling/x", "inside/../../x",
        "../\u{301}x", "a/\u{301}/../../x", "a/..\u{0}/../x", "/\u{301}x",
    ])
    func refusesPathsThatLeave(_ path: String) {
        let failure = #expect(throws: SinkError.self) { try output.resolveInside(path) }
        #expect(failure?.code == .outsideFolder && failure?.advice != nil)
    }

    @Test(arguments: ["", ".", "./", "a/", "a//b", "a/.", "./.", "a\0b", String(repeating: "n", count: 256)])
    func refusesWhatNamesNoFile(_ path: String) {
        let failure = #expect(throws: SinkError.self) { try output.resolveInside(path) }
        #expect(failure?.code == .unsuitable)
    }

    @Test func worksWithAFolderBehindALinkOrNotThereYet() throws {
        try folder.link("link", to: "out")
        #expect(try OutputFolder(folder("link")).resolveInside("inside/x") == folder("link/inside/x"))
        #expect(throws: SinkError.self) { try OutputFolder(folder("link")).resolveInside("leaves/x") }
        #expect(try OutputFolder(folder("new")).resolveInside("a/b") == folder("new/a/b"))
    }
}
