import Testing

@testable import Engine

@Suite struct EnvironmentFileTests {
    private func parse(_ text: String) throws -> [String] {
        try EnvironmentFile.parse(text).map { "\($0.name)=\($0.value)" }
    }

    @Test(arguments: [
        ("A=1", ["A=1"]),
        ("A=1\nB=2\n", ["A=1", "B=2"]),
        ("A=1\r\nB=2\r\n", ["A=1", "B=2"]),
        ("# no\n\n  A=1  \n", ["A=1"]),
        ("export A=1", ["A=1"]),
        ("A=a=b # c", ["A=a=b # c"]),
        ("A=", ["A="]),
        ("A='$x \"y\"'", ["A=$x \"y\""]),
        ("A=\"x\\ny \\\"z\\\" \\\\\"", ["A=x\ny \"z\" \\"]),
        ("A=\"\"", ["A="]),
        ("_a9=x", ["_a9=x"]),
        ("A=1\nA=2", ["A=1", "A=2"]),
    ])
    func readsVariables(text: String, expected: [String]) throws {
        #expect(try parse(text) == expected)
    }

    @Test(arguments: [
        ("A=1\nnot a variable", "line 2 is not NAME=value"),
        ("9A=1", "line 1 is not NAME=value"),
        ("=1", "line 1 is not NAME=value"),
        ("A B=1", "line 1 is not NAME=value"),
        ("A=\"secret", "line 1 has a quote that is not closed"),
        ("A='", "line 1 has a quote that is not closed"),
        ("A=\"x\\\"", "line 1 has a quote that is not closed"),
    ])
    func saysWhichLineIsWrongWithoutShowingIt(text: String, message: String) throws {
        let failure = try #require(throws: FileReader.Failure.self) { try parse(text) }
        #expect(failure.message == message)
    }

    @Test func readsAFile() throws {
        let folder = try TemporaryDirectory()
        let variables = try EnvironmentFile.read(path: try folder.write("env", "A=ü\n"))
        #expect(variables.map(\.value) == ["ü"])
        let failure = try #require(throws: EnvironmentFile.Failure.self) {
            try EnvironmentFile.read(path: folder.path("none"))
        }
        #expect(failure.message == "No such file or directory")
    }
}
