import Foundation
import Testing

/// A loop's output is in the order of its items, whatever comes back first.
@Suite(.timeLimit(.minutes(5)))
struct LoopOrderTests {
    /// Delays in milliseconds that scatter the answers, the first of each eight the slowest.
    static let delays = (0..<64).map { $0 % 8 == 0 ? 150 : ($0 * 37) % 90 }

    @Test(arguments: [1, 2, 8, 32])
    func orderOfTheItems(concurrency: Int) async throws {
        let scene = try await Scene(
            job: """
                defaults: {base_url: "${env.DEMO_API}"}
                calls:
                  - name: slow
                    for_each: {in: {file: rows.csv}, as: row, concurrency: \(concurrency)}
                    get: /faults/slow-answer?delay_ms=${row.delay}
                    extract: {ok: $.ok}
                    fields: {number: "${row.number}", delay: "${row.delay}"}
                    write: [out.jsonl, out.csv, stdout]
                  - name: again
                    for_each: {in: "${calls.slow.records}", as: earlier, concurrency: 8}
                    get: /echo/${earlier.number}
                    fields: {path: $.path}
                    write: again.txt
                  - post: /echo
                    json: "${calls.slow.ok | length}"
                    fields: {count: $.json}
                    write: count.txt
                """)
        let count = concurrency == 1 ? 16 : Self.delays.count
        let rows = Self.delays.prefix(count).enumerated()
        try scene.folder.write("rows.csv", "number,delay\n" + rows.map { "\($0),\($1)\n" }.joined())
        let result = try await scene.run()
        #expect(result.exitCode == 0)
        #expect(result.errors == "")
        let expected = rows.map { "{\"number\":\"\($0)\",\"delay\":\"\($1)\"}\n" }.joined()
        #expect(scene.folder.read("out.jsonl") == expected)
        #expect(result.output == expected)
        #expect(scene.folder.read("out.csv") == "number,delay\n" + rows.map { "\($0),\($1)\n" }.joined())
        #expect(scene.folder.read("again.txt") == rows.map { "/echo/\($0.offset)\n" }.joined())
        #expect(scene.folder.read("count.txt") == "\(count)\n")
    }

    /// No more items at the same time than asked for.
    @Test func concurrencyIsBounded() async throws {
        let gate = try Gate()
        let scene = try await Scene(
            job: """
                calls:
                  - for_each: {in: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], concurrency: 3}
                    get: ${env.GATE}
                """)
        let program = try scene.start(environment: ["GATE": gate.url])
        try await gate.arrival(3)
        // What is too much would come at once.
        try await Task.sleep(for: .milliseconds(200))
        #expect(gate.arrivals == 3)
        gate.open()
        #expect(await program.result().exitCode == 0)
        #expect(gate.arrivals == 10)
    }

    /// A failure ends the loop: what is there stays as it was, and the items that were not done are listed.
    @Test func aFailureAmongMany() async throws {
        let scene = try await Scene(
            job: JobText.demo + """
                calls:
                  - for_each: {in: [1, 2, 3, 13, 5, 6, 42, 8], concurrency: 4, on_error: continue, failed: failed.jsonl}
                    get: /customers/${item}
                    write: out.jsonl
                """)
        try scene.folder.write("out.jsonl", "yesterday\n")
        let result = try await scene.run()
        #expect(result.exitCode == 1)
        #expect(scene.folder.read("out.jsonl") == "yesterday\n")
        #expect(scene.folder.read("failed.jsonl")?.split(separator: "\n") == ["13", "42"])
    }
}
