import Database

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file of a state: how it comes to be, and what is refused.
struct SQLiteStateFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Whether there is a file.
    ///
    /// - Throws: when something else is there, or an empty file: a state that was cut off is no new one.
    func isThere() throws(StateError) -> Bool {
        let status: stat?
        do throws(SystemError) {
            status = try FileSystem.status(path)
        } catch {
            // A folder of the path may be a file; then there is no state, and none can be made either.
            throw error.stateError(path)
        }
        guard let status else { return false }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StateError(.cannotOpen, "\(path): it is no file, so it cannot be the state")
        }
        guard status.st_size > 0 else {
            throw StateError(
                .damaged,
                "\(path): the file of the state is empty, so what was in it is lost; restore a copy of it, or remove it to "
                    + "begin anew")
        }
        return true
    }

    /// Makes the file, whole from its first moment: nobody sees one without its tables, also after a crash.
    func makeIfMissing() throws(StateError) {
        if try isThere() { return }
        // SQLite would take an old journal for that of the new file.
        if access("\(path)-wal", F_OK) == 0 {
            if try isThere() { return }
            throw StateError(
                .damaged,
                "\(path): the file of the state is gone, but \(path)-wal is there; restore a copy of it, or remove that to "
                    + "begin anew")
        }
        do throws(SystemError) {
            try FileSystem.makeFolder(FileSystem.folder(of: path))
        } catch {
            throw error.stateError(FileSystem.folder(of: path))
        }
        let leftovers = SQLiteStateLeftovers(of: path)
        leftovers.sweep()
        let temporary = leftovers.newName()
        defer { leftovers.remove(temporary) }
        do throws(SystemError) {
            try FileSystem.makePrivateFile(temporary)
        } catch {
            throw error.stateError(path)
        }
        try fill(temporary)
        do throws(SystemError) {
            try publish(temporary)
            try FileSystem.synchronize(folder: FileSystem.folder(of: path))
        } catch {
            throw error.stateError(path)
        }
    }

    /// Writes the tables into a file that nobody else knows, and closes it.
    private func fill(_ temporary: String) throws(StateError) {
        let database: SQLiteDatabase
        do {
            database = try SQLiteDatabase(path: temporary, access: .existing)
        } catch {
            throw StateError(error)
        }
        let tables = StateTables(session: database, dialect: .sqlite, place: path)
        try tables.transaction { () throws(StateError) in
            for statement in StateSchema.statements(.sqlite) { try tables.query(statement) }
        }
    }

    /// Gives the file its name; another process may have been faster, and then that one's file is it.
    private func publish(_ temporary: String) throws(SystemError) {
        guard link(temporary, path) != 0 else { return }
        switch errno {
        case EEXIST: return
        case EPERM, ENOTSUP, ENOSYS, EMLINK:
            // A file system without hard links: the window in which two processes could do this is small.
            if access(path, F_OK) == 0 { return }
            try SystemError.check { rename(temporary, path) }
        default: throw .last
        }
    }

    /// Opens the file and makes sure that it is a state that this errand knows.
    func open() throws(StateError) -> StateTables {
        let database: SQLiteDatabase
        do {
            database = try SQLiteDatabase(path: path, access: .existing)
        } catch {
            throw StateError(error)
        }
        let tables = StateTables(session: database, dialect: .sqlite, place: path)
        let known = try tables.query(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", [.text(StateSchema.meta)])
        guard !known.isEmpty else {
            throw StateError(
                .cannotOpen, "\(path): this is a database of something else; the state needs a file of its own")
        }
        let version = try tables.query("SELECT value FROM \(StateSchema.meta) WHERE name = 'version'")
        try StateSchema.check(version.first?.first?.text, place: path)
        return tables
    }
}
