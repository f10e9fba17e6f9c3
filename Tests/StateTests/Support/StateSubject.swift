import Database
import Foundation
import Secrets
import State
import Testing

/// The stores that the behaviour suite tries.
enum StateSubject: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgres

    var testDescription: String { rawValue }

    /// Those that can be had here.
    static var available: [StateSubject] {
        allCases.filter { $0 == .sqlite || PostgresServer.isAvailable }
    }
}

/// An empty store of a test's own, which can be opened again and again.
final class OpenState {
    let subject: StateSubject
    /// Where it is.
    let location: StateLocation
    private let folder: TemporaryFolder?

    init(_ subject: StateSubject) throws {
        self.subject = subject
        switch subject {
        case .sqlite:
            let folder = try TemporaryFolder()
            self.folder = folder
            location = .sqlite(path: folder("state.db"))
        case .postgres:
            folder = nil
            let server = try PostgresServer.shared()
            let schema = "state_" + UUID().uuidString.lowercased().replacing("-", with: "_")
            try PostgresConnection(url: Secret(server.url)).execute("CREATE SCHEMA \(schema)")
            location = .postgres(url: Secret(server.url(schema: schema)))
        }
    }

    /// Opens it: what another process would see.
    func open() throws -> any StateStore {
        try #require(try location.open())
    }

    /// Runs a statement on its tables behind its back.
    func execute(_ sql: String) throws {
        switch location {
        case .sqlite(let path): try SQLiteDatabase(path: path).execute(sql)
        case .postgres(let url): try PostgresConnection(url: url).execute(sql)
        }
    }
}

extension StateScope {
    static let orders = StateScope(job: "shop", call: "orders")
    static let lines = StateScope(job: "shop", call: "lines", key: "eu")
}

/// A hash of 16 bytes.
func hash(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 16) }
