#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder of errand under the user's state folder (XDG base directory specification).
public struct StateFolder: Sendable, Hashable {
    /// Its path: `$XDG_STATE_HOME/errand`, or `~/.local/state/errand`.
    public let path: String

    /// The folder that an environment names; a relative `XDG_STATE_HOME` is passed over, as the specification asks.
    ///
    /// - Throws: `invalidLocation` when neither `XDG_STATE_HOME` nor `HOME` is a path from the root on.
    public init(environment: [String: String]) throws(StateError) {
        for (name, ending) in [("XDG_STATE_HOME", ""), ("HOME", "/.local/state")] {
            guard let folder = environment[name], folder.hasPrefix("/") else { continue }
            path = "\(folder)\(ending)/errand"
            return
        }
        throw StateError(
            .invalidLocation,
            "there is no folder for the state: set HOME or XDG_STATE_HOME, or name a file with --state sqlite:PATH")
    }

    /// The folder of this path.
    public init(path: String) {
        self.path = path
    }

    /// The state's own file.
    public var database: String { "\(path)/state.db" }
    /// The folder of the jobs' locks.
    public var locks: String { "\(path)/locks" }
    /// The folder of what publications have still to do.
    public var journals: String { "\(path)/journals" }

    /// Makes the folder, or one within it, where it is missing; only its owner may enter it, whatever the process's mask.
    ///
    /// - Throws: also when the folder belongs to another user.
    public func make(_ folder: String? = nil) throws(StateError) {
        do throws(SystemError) {
            try FileSystem.makeFolder(path)
            try check()
            if let folder { try FileSystem.makeFolder(folder) }
        } catch {
            throw error.stateError(folder ?? path)
        }
    }

    private func check() throws(SystemError) {
        guard let status = try FileSystem.status(path) else { throw SystemError(code: ENOENT) }
        guard status.st_uid == geteuid() else { throw SystemError(code: EACCES) }
        if status.st_mode & 0o077 != 0 { try SystemError.check { chmod(path, 0o700) } }
    }
}
