#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// Makes temporary files in the folders of their targets, and clears away those of runs that were killed.
enum StagingFolder {
    /// The folders that were looked through; once is enough for a process.
    private static let swept = Mutex<Set<String>>([])

    /// Makes and locks a temporary file beside a target; the lock tells other runs that it is in use.
    ///
    /// - Parameter mode: the permissions; those of a new file by default.
    static func makeFile(
        beside target: String, mode: mode_t?
    ) throws(SystemError) -> (path: String, descriptor: FileDescriptor) {
        let folder = PathParts.folder(of: target)
        try Folders.make(folder)
        if swept.withLock({ $0.insert(folder).inserted }) { sweep(folder) }
        let path = StagingName.newPath(beside: target)
        let descriptor = try FileDescriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode ?? 0o666)
        do {
            // A new file's permissions are cut by the process's mask, those of a replaced file are not.
            if let mode { try descriptor.setMode(mode) }
            _ = try descriptor.tryLock()
        } catch {
            unlink(path)
            throw error
        }
        return (path, descriptor)
    }

    /// Removes the temporary files whose process is gone; one that cannot be removed is no failure.
    static func sweep(_ folder: String) {
        for name in Folders.names(in: folder) where StagingName(name)?.isAbandoned == true {
            let path = PathParts.join(folder, name)
            guard let descriptor = try? FileDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
                (try? descriptor.status().kind) == .file, (try? descriptor.tryLock()) == true
            else { continue }
            unlink(path)
        }
    }
}
