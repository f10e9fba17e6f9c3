#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files in which a state comes to be, before it has its name.
struct SQLiteStateLeftovers {
    /// What SQLite puts after the name of a file.
    private static let endings = ["", "-wal", "-shm", "-journal"]

    private let path: String

    /// - Parameter path: that of the state.
    init(of path: String) {
        self.path = path
    }

    private var start: String { "\(path).new-" }

    /// A name that no other process uses.
    func newName() -> String {
        "\(start)\(getpid())-\(String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16))"
    }

    /// Removes a file and what SQLite has put beside it.
    func remove(_ name: String) {
        for ending in Self.endings { unlink(name + ending) }
    }

    /// Removes those of processes that were killed; one that cannot be removed is no failure.
    func sweep() {
        guard let folder = opendir(FileSystem.folder(of: path)) else { return }
        defer { closedir(folder) }
        let prefix = start.split(separator: "/").last.map { String($0) } ?? start
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix), let process = name.dropFirst(prefix.count).split(separator: "-").first,
                let number = pid_t(process), number > 0, kill(number, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(FileSystem.folder(of: path))/\(name)")
        }
    }
}
