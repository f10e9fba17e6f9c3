import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// The tables and exports of `/sync`.
///
/// A request names its table with `table` (`main`), which has a thousand records, ten of each second, until
/// `POST /admin/sync` makes another of it.
final class SyncDesk: Sendable {
    struct State {
        var tables: [String: SyncTable] = [:]
        var exports: [String: SyncExport] = [:]

        subscript(table name: String) -> SyncTable {
            get { tables[name] ?? SyncTable(records: 1000, tied: 10) }
            _modify {
                var table = tables.removeValue(forKey: name) ?? SyncTable(records: 1000, tied: 10)
                defer { tables[name] = table }
                yield &table
            }
        }
    }

    private let state = Mutex(State())

    func with<T: Sendable>(_ body: (inout State) throws -> sending T) rethrows -> sending T {
        try state.withLock(body)
    }

    func reset() {
        state.withLock { $0 = State() }
    }

    /// Answers a request: counts it, lets happen what was ordered for it, and remembers it.
    ///
    /// - Parameter takesFaults: whether the faults of `POST /admin/sync` are for it.
    func answer(
        _ request: Request, takesFaults: Bool = false,
        _ body: @Sendable (Query, inout State, String) throws -> Response
    ) async throws -> Response {
        let query = Query(request)
        let name = query["table"] ?? "main"
        let fault = with { state in
            let fault = state[table: name].log.enter(takesFaults: takesFaults)
            if let change = fault?.change { state[table: name].apply(change) }
            return fault
        }
        var response: Response
        do {
            let delay = try query.int("delay_ms", default: 0) + (fault?.stall ?? 0)
            if delay > 0 { try await Task.sleep(for: .milliseconds(delay)) }
            if let status = fault?.status {
                throw DemoError(.init(code: status), "ordered", "this request fails, as was ordered")
            }
            response = try with { try body(query, &$0, name) }
            if fault?.isCut == true { response = CutBody.cut(response) }
        } catch {
            let status = (error as? DemoError)?.status.code ?? 500
            with { $0[table: name].log.leave(Self.line(request, status)) }
            throw error
        }
        let line = Self.line(request, response.status.code)
        with { $0[table: name].log.leave(line) }
        return response
    }

    private static func line(_ request: Request, _ status: Int) -> JSONText {
        var members: [(String, JSONText)] = [
            ("method", .string(request.method.rawValue)), ("path", .string(request.uri.path)),
            ("query", .string(request.uri.query ?? "")), ("status", .int(status)),
        ]
        for name in ["Range", "If-Range", "If-None-Match", "If-Modified-Since", "Idempotency-Key"] {
            if let value = request.headers[.named(name)] { members.append((name, .string(value))) }
        }
        return .object(members)
    }
}
