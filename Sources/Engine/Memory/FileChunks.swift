#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads files of any size, piece by piece.
enum FileChunks {
    /// Hands out a file's bytes.
    ///
    /// - Throws: the system's reason.
    static func forEach(path: String, _ take: (UnsafeRawBufferPointer) -> Void) throws(FileReader.Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileReader.Failure(message: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileReader.Failure(message: String(cString: strerror(errno)))
            }
            if count == 0 { return }
            chunk.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
