/// The connections of a run to the databases that its sinks write to: one for each database.
///
/// It is used from one thread at a time, as its sinks are.
public final class DatabaseSessions {
    private enum Key: Hashable {
        case sqlite(path: String)
        case postgres(SinkConfiguration.Target)
    }

    /// Looks, in every transaction and right before it is committed, whether it still may be; what it throws takes the
    /// transaction back.
    public var beforeCommit: (() throws -> Void)? {
        get { rules.beforeCommit }
        set { rules.beforeCommit = newValue }
    }

    /// What every transaction begins with, where several machines share the job: a database that has seen a greater
    /// token takes nothing more from this run (`overtaken`).
    public var fence: DatabaseFence? {
        get { rules.fence }
        set { rules.fence = newValue }
    }

    private let rules = CommitRules()
    private var sessions: [Key: DatabaseSession] = [:]
    private var count = 0

    /// No connection yet: each is made with the first sink that needs it.
    public init() {}

    /// Opens a table.
    func sink(_ configuration: SinkConfiguration) throws(SinkError) -> any Sink {
        guard configuration.mode != .merge || !configuration.key.isEmpty else {
            throw SinkError(
                .unsuitable, path: configuration.name, operation: .open,
                message: "records are merged by a key, and there is none", advice: "give `key`")
        }
        switch configuration.target {
        case .stdout, .file:
            throw SinkError(.unsuitable, path: configuration.name, operation: .open, message: "it is no table")
        case .sqlite(let path, let table):
            let file = try SQLiteFile(path)
            return try sink(configuration, table, .sqlite(path: file.path)) { () throws(SinkError) in
                try SQLiteTables(file)
            }
        case .postgres(let url, let table):
            return try sink(configuration, table, .postgres(.postgres(url: url, table: ""))) { () throws(SinkError) in
                try PostgresTables(url)
            }
        }
    }

    private func sink(
        _ configuration: SinkConfiguration, _ table: String, _ key: Key,
        open: () throws(SinkError) -> any TableDatabase
    ) throws(SinkError) -> any Sink {
        guard !table.isEmpty, !table.utf8.contains(0), !table.lowercased().hasPrefix("errand_") else {
            throw SinkError(
                .unsuitable, path: configuration.name, operation: .open,
                message: table.isEmpty ? "the table has no name" : "no table can have this name",
                advice: "names that begin with 'errand_' are errand's own")
        }
        let session: DatabaseSession
        if let known = sessions[key], !known.isClosed {
            session = known
        } else {
            count += 1
            session = DatabaseSession(try open(), id: "database \(count)", rules: rules)
            sessions[key] = session
        }
        do throws(SinkError) {
            return DatabaseSink(session, try session.writer(configuration, table: table))
        } catch {
            session.closeWhenUnused()
            throw error
        }
    }
}
