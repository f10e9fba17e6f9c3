import Diagnostics
import Testing
import YAML

/// Job files with random damage: reading ends, and ends in a tree or an error.
struct MutationTests {
    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", "${", ":", ": ", "- ", "#", " #", "\"", "'", "\\", "|", ">", "!", "&a ", "*a", "<<: *a",
            "@", "`", "%", "?", ",",
            "\t", "\n", "\r", "\n  ", "---\n", "...\n", "\0", "é", "\u{FEFF}", "\u{2028}", "~", "    ",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80]]

    @Test(arguments: Repository.jobFiles)
    func damagedFiles(path: String) throws {
        let original = try Repository.bytes(of: path)
        var random = SplitMix(seed: UInt64(path.utf8.reduce(5) { ($0 * 31 + Int($1)) & 0xFFFF_FFFF }))
        for _ in 0..<150 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&bytes, &random) }
            check(bytes)
        }
    }

    @Test func randomPieces() {
        var random = SplitMix(seed: 2)
        for _ in 0..<4000 {
            let count = Int.random(in: 0...40, using: &random)
            let words = ["a", "b: ", "key", "1"].map { Array($0.utf8) } + Self.pieces.dropLast(3)
            check((0..<count).flatMap { _ in words.randomElement(using: &random) ?? [] })
        }
    }

    @Test func everyBeginningOfAFile() throws {
        for path in Repository.jobFiles {
            let bytes = try Repository.bytes(of: path)
            for end in stride(from: 0, to: bytes.count, by: 7) { check(Array(bytes[..<end])) }
        }
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(start + Int.random(in: 0...12, using: &random), bytes.count)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
        case 2: bytes.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &random) ?? [])
        default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: start)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let reading = Reading(bytes: bytes)
        let hasErrors = reading.diagnostics.contains { $0.severity == .error }
        #expect(reading.node != nil || hasErrors, "\(String(decoding: bytes, as: UTF8.self))")
        for diagnostic in reading.diagnostics {
            #expect(DiagnosticRegistry.yaml[diagnostic.code] != nil)
            #expect(diagnostic.span != nil)
        }
        for node in reading.node?.all ?? [] {
            #expect(node.span.start <= node.span.end)
            guard let scalar = node.scalar else { continue }
            let whole = scalar.span(of: 0..<scalar.text.utf8.count)
            #expect(whole.start >= scalar.span.start)
        }
    }
}
