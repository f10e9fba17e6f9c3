import Foundation

/// The folders of the repository that the tests look into.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The job files of `Jobs`, those for providers and databases too, and of `Examples`; not those that are only included.
    static let jobs: [URL] = ["Jobs", "Jobs/databases", "Jobs/providers", "Examples"].flatMap { folder in
        let url = root.appendingPathComponent(folder)
        let files = (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }
}
