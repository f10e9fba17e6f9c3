import Foundation
import Glibc
import JSON

/// Measures for `Tests/Benchmarks/run.sh`: `json BYTES`, and `compare RUNS -- COMMAND… -- COMMAND…`.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "json": try JSONBenchmark(size: Int(arguments.dropFirst().first ?? "") ?? 50_000_000).run()
        case "compare":
            let parts = arguments.dropFirst().split(separator: "--", omittingEmptySubsequences: false).map(Array.init)
            guard parts.count == 3, let runs = parts[0].first.flatMap({ Int($0) }), !parts[1].isEmpty, !parts[2].isEmpty
            else { throw Usage() }
            try Comparison(runs: runs, commands: [parts[1], parts[2]]).run()
        default: throw Usage()
        }
    }

    struct Usage: Error, CustomStringConvertible {
        let description = "Benchmarks json BYTES | Benchmarks compare RUNS -- COMMAND… -- COMMAND…"
    }
}

/// Parsing and validating one document: errand's tape against Foundation's `JSONSerialization`.
struct JSONBenchmark {
    let size: Int

    func run() throws {
        let bytes = document()
        let data = Data(bytes)
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<5 {
            ours.append(try time { _ = try JSONDocument(bytes).root.count })
            theirs.append(try time { _ = try JSONSerialization.jsonObject(with: data) })
        }
        print("\(bytes.count) \(median(ours)) \(median(theirs))")
    }

    private func document() -> [UInt8] {
        var text = "["
        text.reserveCapacity(size + 400)
        var number = 0
        while text.utf8.count < size {
            number += 1
            if number > 1 { text += "," }
            text += """
                {"id":\(number),"sku":"SKU-\(number)","name":"Théière \(number)","active":true,"price":24.50,\
                "serial":12345678901234560001,"customer":{"id":\(number % 50),"region":"eu","vip":false},\
                "tags":["new","tea"],"lines":[{"sku":"A-\(number)","qty":2},{"sku":"B-\(number)","qty":1}],\
                "updated_at":"2026-01-01T00:00:00Z","note":"ships in two boxes, see the label"}
                """
        }
        return Array((text + "]").utf8)
    }
}

/// Two commands, run in turn, each with its median wall time and its greatest peak memory; what they print is dropped.
struct Comparison {
    let runs: Int
    let commands: [[String]]

    func run() throws {
        // One unmeasured run each fills the caches of both.
        for command in commands { _ = try measure(command) }
        var results: [[Run]] = commands.map { _ in [] }
        for _ in 0..<runs {
            for (index, command) in commands.enumerated() { results[index].append(try measure(command)) }
        }
        for runs in results {
            print(median(runs.map(\.seconds)), runs.map(\.peakKiB).max() ?? 0)
        }
    }

    struct Run {
        var seconds: Double
        var peakKiB: Int
    }

    struct Failure: Error {
        var command: [String]
        var status: Int32
    }

    private func measure(_ command: [String]) throws -> Run {
        var pid = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        let start = ContinuousClock.now
        let spawned = posix_spawnp(&pid, command[0], &actions, nil, &arguments, environ)
        guard spawned == 0 else { throw Failure(command: command, status: spawned) }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(pid, &status, 0, &usage) == pid, status == 0 else {
            throw Failure(command: command, status: status)
        }
        return Run(seconds: (ContinuousClock.now - start) / .seconds(1), peakKiB: usage.ru_maxrss)
    }
}

func time(_ operation: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try operation()
    return (ContinuousClock.now - start) / .seconds(1)
}

func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}
