#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Who has a lock: a line in its file, for people.
enum LockOwner {
    private static let limit = 200

    /// Writes this process into a file that it has locked; that it cannot be done changes nothing.
    static func write(_ file: Int32) {
        let line = Array("process \(getpid()) since \(Instant.now.timestamp)\n".utf8)
        guard ftruncate(file, 0) == 0 else { return }
        _ = line.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    /// The process that a locked file names.
    static func read(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        // Whatever is in the file goes to a terminal.
        let line = bytes.prefix(max(0, count)).prefix { (0x20...0x7E).contains($0) }
        // It is empty for a moment when the lock has just been taken.
        return line.isEmpty ? "another process" : String(decoding: line, as: UTF8.self)
    }
}
