import Foundation

/// The files of the repository that this test stands in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The ready jobs and the examples, as paths from the top folder.
    static let jobFiles: [String] = ["Jobs", "Examples"].flatMap { folder in
        let files = FileManager.default.enumerator(
            atPath: root.appendingPathComponent(folder).resolvingSymlinksInPath().path)
        return (files?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }.sorted()
    }

    static func bytes(of path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: root.appendingPathComponent(path)))
    }
}
