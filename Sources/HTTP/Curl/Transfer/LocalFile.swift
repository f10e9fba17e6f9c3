#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file of this machine that is open for reading.
final class LocalFile: Sendable {
    /// Why a file cannot be read.
    struct Failure: Error {
        let path: String
        let reason: String

        func transferError(host: String) -> TransferError {
            TransferError(
                .localFile, message: "the file '\(path)' cannot be read: \(reason)", host: host, isNothingSent: true)
        }
    }

    let path: String
    /// The length when it was opened, in bytes.
    let size: Int
    private let descriptor: Int32

    init(path: String) throws(Failure) {
        guard !path.utf8.contains(0) else { throw Failure(path: path, reason: "its name has a NUL in it") }
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
        var status = stat()
        fstat(descriptor, &status)
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Failure(path: path, reason: "it is not a regular file")
        }
        self.path = path
        size = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// Reads all of it; nil when that cannot be read, or is no longer as long as it was.
    func readAll() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: size)
        var count = 0
        while count < size {
            let read = bytes.withUnsafeMutableBytes {
                self.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]), at: count)
            }
            guard let read, read > 0 else { return nil }
            count += read
        }
        return bytes
    }

    /// Reads from a place in the file.
    ///
    /// - Returns: the number of bytes, 0 at the end; nil when it cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { return nil }
        }
    }
}
