import Foundation
import Testing

/// Jobs with random damage are checked and run without a crash.
@Suite(.timeLimit(.minutes(10)))
struct MutatedJobTests {
    /// The ready-made jobs, what is damaged.
    static let jobs: [String] = ["Jobs", "Examples"].flatMap { folder in
        let folder = Products.repository.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
    }

    /// Forty damaged jobs in one command, twenty-five times.
    @Test(arguments: 1...25)
    func check(seed: Int) async throws {
        let folder = try TemporaryFolder()
        var damage = Damage(seed: UInt64(seed))
        let names = try (0..<40).map { number in
            try folder.write("\(number).yaml", damage.applied(to: Self.jobs[damage.index(Self.jobs.count)]))
        }
        let result = try await Program.errand(
            ["check"] + names, environment: ["DEMO_API": "http://127.0.0.1/", "DEMO_SECRET": "demo-secret"])
        expectDocumented(result)
        #expect(result.exitCode == 78, "not one of forty is wrong")
        #expect(result.output == "")
    }

    /// A damaged job that is still a job is run.
    @Test(arguments: 1...16)
    func run(seed: Int) async throws {
        let scene = try await Scene()
        try FileManager.default.copyItem(
            at: Products.repository.appendingPathComponent("Jobs/common"),
            to: scene.folder.url.appendingPathComponent("common"))
        var damage = Damage(seed: UInt64(1000 + seed))
        for number in 0..<6 {
            let name = "\(number).yaml"
            try scene.folder.write(name, damage.applied(to: Self.jobs[damage.index(Self.jobs.count)]))
            expectDocumented(try await scene.run(["run", name, "--out", "out"]))
        }
    }
}

/// Random but repeatable damage to a text.
struct Damage {
    private var state: UInt64

    private static let pieces: [[UInt8]] =
        [
            "${", "}", "$", "$.", "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\t", "#", " #", "&a ", "*a",
            "<<: *a", "!",
            "!!", "|", ">", "'", "\"", "\\", "---\n", "%", "@", "`", "null", "~", "-1", "1e999", "99999999999999999999",
            "9999d",
            "\u{0}", "\u{FEFF}", "\u{1B}[2J", "é", "🫖", "\u{202E}", "..", "/", "//", "?", "[*]", "[?@.a]", " | ",
            "default(",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    init(seed: UInt64) {
        state = seed
    }

    /// A number from zero up to a bound, by SplitMix64.
    mutating func index(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(max(bound, 1)))
    }

    /// The text with one to four places damaged.
    mutating func applied(to text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...index(4) {
            let place = index(bytes.count)
            let end = min(bytes.count, place + index(12))
            switch index(6) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: index(bytes.count))
            case 2: bytes.replaceSubrange(place..<end, with: Self.pieces[index(Self.pieces.count)])
            case 3: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: Self.pieces[index(Self.pieces.count)], at: place)
            }
            if bytes.isEmpty { bytes = [UInt8(ascii: "-")] }
        }
        return bytes
    }
}
