import Foundation
import Testing

/// Files that a result is held against.
///
/// `RECORD=1` writes them anew, and the test still fails, so that nobody takes a recording for a proof.
struct Golden {
    let folder: URL

    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    /// Holds text against the file of this name; a missing file stands for empty text.
    func expect(_ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        if Self.isRecording, text != expected {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if text.isEmpty {
                try FileManager.default.removeItem(at: file)
            } else {
                try Data(text.utf8).write(to: file)
            }
            Issue.record("recorded \(file.path)", sourceLocation: sourceLocation)
        } else {
            #expect(text == expected, "differs from \(file.path)", sourceLocation: sourceLocation)
        }
    }

    /// A file as it is kept: whole when it is short, otherwise its first and last lines, its size and a checksum.
    static func shortened(_ text: String) -> String {
        guard text.utf8.count > 4000 else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let checksum = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let size = "… \(lines.count - 1) lines, \(text.utf8.count) bytes, FNV-1a \(String(checksum, radix: 16)) …"
        return
            (lines.prefix(3).map { String($0.prefix(400)) } + [size] + lines.suffix(2).map { String($0.prefix(400)) })
            .joined(separator: "\n")
    }
}
