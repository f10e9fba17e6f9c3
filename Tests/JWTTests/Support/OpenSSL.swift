import Foundation
import Testing

/// The `openssl` command: makes keys and checks signatures independently of what is tested.
enum OpenSSL {
    /// What the command prints.
    @discardableResult
    static func run(_ arguments: [String], input: Data = Data()) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "errand-openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files on both sides: with pipes a full one would have to be read while the other is written.
        let files = ["in", "out", "err"].map { folder.appending(path: $0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let complaint = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
        try #require(process.terminationStatus == 0, "openssl \(arguments): \(complaint)")
        return try Data(contentsOf: files[1])
    }

    /// What the command prints, as text.
    static func text(_ arguments: [String], input: String = "") throws -> String {
        String(decoding: try run(arguments, input: Data(input.utf8)), as: UTF8.self)
    }
}
