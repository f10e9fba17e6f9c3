#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads whole files, up to a limit.
public enum FileReader {
    /// Why a file could not be read.
    public struct Failure: Error, Sendable {
        /// What the system says, or what is wrong with the file.
        public let message: String
    }

    /// The bytes of a file, or of stdin for `-`.
    ///
    /// - Throws: the system's reason, or that there is more than the limit.
    public static func read(pathOrStandardInput path: String, limit: Int) throws(Failure) -> [UInt8] {
        path == "-" ? try read(descriptor: STDIN_FILENO, limit: limit) : try read(path: path, limit: limit)
    }

    /// The bytes of a file.
    ///
    /// - Throws: the system's reason, or that the file is larger than the limit.
    static func read(path: String, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(message: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, limit: limit)
    }

    /// Everything that a descriptor still has.
    static func read(descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(message: String(cString: strerror(errno)))
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw Failure(message: "larger than \(limit) bytes") }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
