import Testing

@testable import Engine

@Suite struct FilePathTests {
    @Test(arguments: [
        ("a.csv", ".", "a.csv"), ("a.csv", "", "a.csv"), ("a.csv", "jobs", "jobs/a.csv"), ("a.csv", "/", "/a.csv"),
        ("/a.csv", "jobs", "/a.csv"), ("../a.csv", "jobs", "jobs/../a.csv"),
    ])
    func resolves(path: String, folder: String, expected: String) {
        #expect(FilePath.resolve(path, in: folder) == expected)
    }

    @Test(arguments: [
        ("job.yaml", "."), ("jobs/job.yaml", "jobs"), ("/job.yaml", "/"), ("/a/b/job.yaml", "/a/b"), ("<stdin>", "."),
    ])
    func namesTheFolder(path: String, expected: String) {
        #expect(FilePath.folder(of: path) == expected)
    }

    @Test(arguments: [
        ("a.csv", "csv"), ("a.b.JSON", "json"), ("a", ""), ("a.d/b", ""), (".csv", ""), ("x/.csv", ""), ("a.", ""),
    ])
    func namesTheEnding(path: String, expected: String) {
        #expect(FilePath.ending(of: path) == expected)
    }
}
