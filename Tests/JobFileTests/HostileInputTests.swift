import Diagnostics
import Foundation
import JobFile
import Testing

/// Job files that are broken in any way are refused or loaded, and nothing else happens.
struct HostileInputTests {
    /// A generator whose numbers are the same in every run.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let pieces = [
        "${", "}", "$.", "[", "]", "{", "}", ":", "- ", "\n", "  ", "null", "*", "&a ", "*a", "\"", "'", "${calls.",
        "99999999999999999999", "\u{0}", "é", "stdout", "<<: ", "|", "> ", "#", "[?", "(", "/", "\\", "x-", "none",
    ]

    @Test(arguments: Repository.jobs)
    func mutatedJobs(_ url: URL) throws {
        let original = Array(try Data(contentsOf: url))
        var numbers = Numbers(state: UInt64(original.count))
        for _ in 0..<150 {
            var bytes = original
            for _ in 0...Int.random(in: 0..<4, using: &numbers) { mutate(&bytes, with: &numbers) }
            let file = SourceFile(name: url.path, bytes: bytes)
            var diagnostics = DiagnosticList()
            let job = JobFile.check(file, loader: FileLoader(), environment: [], diagnostics: &diagnostics)
            #expect((job == nil) == diagnostics.hasErrors)
            for span in diagnostics.all.compactMap(\.span) { #expect(span.end <= span.file.bytes.count) }
            guard let job else { continue }
            var loading = DiagnosticList()
            let loaded = job.job(
                environment: RepositoryJobsTests.environment, inputs: [], secrets: [:], functions: testFunctions,
                diagnostics: &loading)
            #expect((loaded == nil) == loading.hasErrors)
        }
    }

    private func mutate(_ bytes: inout [UInt8], with numbers: inout Numbers) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 2:
            bytes.insert(
                contentsOf: Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)].utf8), at: place)
        case 3:
            let end = min(place + Int.random(in: 1..<40, using: &numbers), bytes.count)
            bytes.removeSubrange(place..<end)
        default:
            let end = min(place + Int.random(in: 1..<40, using: &numbers), bytes.count)
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
        }
    }

    @Test(arguments: [
        "", "[]", "a", "null", "calls:", "calls: [[]]", "calls: [null]", "calls: {}", "{}", "auth: []\ncalls: []",
        "calls: [{get: [1]}]", "calls: [{get: https://a.example, fields: []}]", "- a\n- b",
        "calls: [{get: https://a.example, for_each: {}}]", "calls: [{request: {}}]", "auth: {type: []}\ncalls: []",
        "vars: {a: \"${vars.a.b.c[0]}\"}\ncalls: []", "include: []\ncalls: []", "inputs: {a: [1]}\ncalls: []",
        "inputs: {a: {default: {}}}\ncalls: []", "calls: [{get: \"${\"}]",
        "calls: [{get: https://a.example, write: []}]",
        "calls: [{get: https://a.example, paginate: {cursor: {}}}]",
    ])
    func oddShapes(_ text: String) {
        let (file, diagnostics) = check(SourceFile(name: "job.yaml", text: text))
        #expect(file == nil)
        #expect(!diagnostics.isEmpty)
    }
}
