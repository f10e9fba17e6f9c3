import Diagnostics
import HTTP
import Synchronization

@testable import Engine

extension Harness {
    /// Runs a job that keeps state, in a folder of this harness.
    func sync(
        _ text: String, only: String? = nil, isFullRefresh: Bool = false, _ transport: any Transport
    ) async throws -> RunResult {
        let job = try await load(text)
        var settings = RunSettings(
            transport: transport, clock: clock, redactor: redactor, observer: observer, interruption: interruption,
            outputFolder: out.path, workingFolder: work.path,
            environment: ["TMPDIR": work.path, "XDG_STATE_HOME": state.path], only: only)
        settings.isFullRefresh = isFullRefresh
        return await JobRun(job, settings: settings).run()
    }
}

/// An API whose records have times, as text and in any order, and that can break.
final class RecordAPI: Sendable {
    struct Record: Sendable {
        var id: Int
        var at: String
    }

    private struct State {
        var records: [Record] = []
        var urls: [String] = []
        var pageSize = 2
        /// The number of the request that fails, from 1 on.
        var failsAt: Int?
        var ignoresSince = false
    }

    private let state = Mutex(State())

    init(_ records: [(Int, String)] = []) {
        add(records)
    }

    func add(_ records: [(Int, String)]) {
        state.withLock { state in state.records += records.map { Record(id: $0.0, at: $0.1) } }
    }

    func set(pageSize: Int = 2, failsAt: Int? = nil, ignoresSince: Bool = false) {
        state.withLock { state in
            (state.pageSize, state.failsAt, state.ignoresSince) = (pageSize, failsAt, ignoresSince)
            state.urls = []
        }
    }

    /// What was asked for since the last setting.
    var urls: [String] { state.withLock { $0.urls } }

    var transport: ScriptedTransport {
        ScriptedTransport { [self] request, _ in reply(request.url) }
    }

    func reply(_ url: String) -> ScriptedTransport.Reply {
        state.withLock { state in
            state.urls.append(url)
            if state.failsAt == state.urls.count { return .status(418, "broken") }
            let query = Self.query(url)
            let since = state.ignoresSince ? "" : query["since"] ?? ""
            let until = query["until"] ?? "~"
            let found = state.records.filter { $0.at >= since && $0.at < until }
            let start = Int(query["cursor"] ?? "0") ?? 0
            let page = found.dropFirst(start).prefix(state.pageSize)
            let end = start + page.count
            let next = end < found.count ? "\"\(end)\"" : "null"
            let records = page.map { "{\"id\":\($0.id),\"at\":\"\($0.at)\"}" }.joined(separator: ",")
            return .json("{\"data\":[\(records)],\"next\":\(next)}")
        }
    }

    private static func query(_ url: String) -> [String: String] {
        var values: [String: String] = [:]
        for part in url.split(separator: "?").last?.split(separator: "&") ?? [] {
            let sides = part.split(separator: "=", maxSplits: 1).map { String($0).replacing("%3A", with: ":") }
            if sides.count == 2 { values[sides[0]] = sides[1] }
        }
        return values
    }
}
