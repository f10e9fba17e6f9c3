import JSON

/// One connection, and the tables that are written through it; what is committed is committed for all of them.
final class DatabaseSession {
    let id: String
    private let database: any TableDatabase
    private let rules: CommitRules
    private var writers: [any TableWriter] = []
    /// The positions that the next transaction keeps.
    private var positions: [SinkOwner: JSONValue] = [:]
    /// The tables that are in the open transaction of a publication.
    private var published: [any TableWriter] = []
    private var isPublishing = false
    private var isClaimed = false
    private(set) var isClosed = false

    init(_ database: any TableDatabase, id: String, rules: CommitRules) {
        self.database = database
        self.id = id
        self.rules = rules
    }

    func writer(_ configuration: SinkConfiguration, table: String) throws(SinkError) -> any TableWriter {
        try claim()
        let writer = try database.writer(configuration, table: table)
        writers.append(writer)
        return writer
    }

    /// A table is used no more.
    func end(_ writer: any TableWriter) {
        writer.end()
        writers.removeAll { $0 === writer }
        closeWhenUnused()
    }

    /// Without tables the connection ends.
    ///
    /// SQLite then brings what it has written ahead into its file, and a database that was made for nothing is removed.
    func closeWhenUnused() {
        guard writers.isEmpty, !isPublishing else { return }
        isClosed = true
        database.close()
    }

    func position(of owner: SinkOwner, for writer: any TableWriter) throws(SinkError) -> JSONValue? {
        // It says nothing of a table that it was not kept with: one of another name, or of another job of the same name.
        guard let (bytes, tables) = try database.position(of: owner), tables.contains(writer.table) else { return nil }
        do throws(JSONSyntaxError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw SinkError(
                .failed, path: database.name, operation: .read,
                message: "the position of '\(owner.call)' in its table errand_positions is no JSON",
                advice: "remove that row to begin anew")
        }
    }

    func setPosition(_ position: JSONValue, of owner: SinkOwner) {
        positions[owner] = position
    }

    /// Commits the rows of all tables that are added to or merged into, and the positions.
    func checkpoint() throws(SinkError) {
        let waiting = writers.filter { !$0.isReplacing && $0.hasRows }
        guard !waiting.isEmpty || !positions.isEmpty else { return }
        do throws(SinkError) {
            try begin()
            for writer in waiting { try writer.apply() }
            try finishTransaction()
        } catch {
            database.rollback()
            throw error
        }
        for writer in waiting { try writer.settle() }
    }

    /// Brings the rows of a table into a transaction, which `settle` commits.
    func publish(_ writer: any TableWriter) throws(SinkError) {
        if !isPublishing { try begin() }
        isPublishing = true
        published.append(writer)
        if writer.isReplacing || writer.hasRows { try writer.apply() }
    }

    /// Commits what was published.
    func settle() throws(SinkError) {
        guard isPublishing else { return }
        try finishTransaction()
        isPublishing = false
        let settled = published
        published = []
        for writer in settled { try writer.settle() }
    }

    /// Takes back what is not committed, of all tables when a publication has begun.
    func rollback() {
        positions = [:]
        guard isPublishing else { return }
        isPublishing = false
        published = []
        database.rollback()
    }

    private func begin() throws(SinkError) {
        try database.begin()
        guard let fence = rules.fence else { return }
        guard try database.claim(fence) else { throw overtaken }
    }

    /// Keeps runs out that were overtaken, before anything is read.
    private func claim() throws(SinkError) {
        guard !isClaimed, rules.fence != nil else { return }
        do throws(SinkError) {
            try begin()
            try database.commit()
        } catch {
            database.rollback()
            throw error
        }
        isClaimed = true
    }

    private func finishTransaction() throws(SinkError) {
        if !positions.isEmpty {
            let tables = writers.filter { !$0.isReplacing }.map(\.table)
            for (owner, position) in positions {
                var bytes: [UInt8] = []
                position.write(to: &bytes)
                try database.setPosition(position == .null ? nil : bytes, tables: tables, of: owner)
            }
        }
        do {
            try rules.beforeCommit?()
        } catch let error as SinkError {
            throw error
        } catch {
            throw SinkError(.overtaken, path: database.name, operation: .publish, message: "\(error)")
        }
        try database.commit()
        positions = [:]
    }

    private var overtaken: SinkError {
        SinkError(
            .overtaken, path: database.name, operation: .publish, message: "another run has taken over the job",
            advice: "see what holds this one up for longer than its lease lasts")
    }
}
