#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Synchronization

/// The folders that outputs are in.
enum Folders {
    /// Those that this process made; they are taken back with the last output in them.
    private static let made = Mutex<Set<String>>([])

    /// Makes a folder and those around it, where they are missing.
    static func make(_ path: String) throws(SystemError) {
        if try FileStatus.behind(path)?.kind == .folder { return }
        let parent = PathParts.folder(of: path)
        if parent != path { try make(parent) }
        do {
            try SystemError.check { mkdir(path, 0o777) }
        } catch {
            // Another program may have made it meanwhile; a file in its place shows when the output is opened.
            guard error.code == EEXIST else { throw error }
            return
        }
        made.withLock { _ = $0.insert(path) }
    }

    /// Removes a folder and those around it, as far as this process made them and they are empty.
    static func removeIfMadeAndEmpty(_ path: String) {
        var folder = path
        while made.withLock({ $0.contains(folder) }), rmdir(folder) == 0 {
            made.withLock { _ = $0.remove(folder) }
            folder = PathParts.folder(of: folder)
        }
    }

    /// The folders whose entries change with a new file in this one: itself, and the parents of those that were made.
    static func changed(byFileIn path: String) -> [String] {
        var folders = [path]
        while made.withLock({ $0.contains(folders[folders.count - 1]) }) {
            folders.append(PathParts.folder(of: folders[folders.count - 1]))
        }
        return folders
    }

    /// Writes the entries of a folder to the disk.
    static func synchronize(_ path: String) throws(SinkError) {
        try SinkError.wrapping(.publish, path, try FileDescriptor.open(path, O_RDONLY | O_DIRECTORY).synchronize())
    }

    /// A path from the top, so that it means the same in another folder.
    static func absolute(_ path: String) -> String {
        guard path.utf8.first != UInt8(ascii: "/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return PathParts.join(String(cString: current), path)
    }

    /// The names of what is in a folder; none when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}
