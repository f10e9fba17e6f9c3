import Foundation

/// Where the built programs and the repository are.
enum Products {
    /// The folder that `swift build` put the products into: that of the running test program.
    static let folder: URL = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent()
    }()

    /// The top folder of the repository.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The `errand` binary.
    static let errand = folder.appendingPathComponent("errand")

    /// The demo server.
    static let demoAPI = folder.appendingPathComponent("DemoAPI")
}
