#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file without a name, which goes away with its last user however the process ends.
final class UnnamedFile: Sendable {
    /// What the system says.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ doing: String, _ code: Int32 = errno) {
            description = "\(doing): \(String(cString: strerror(code)))"
        }
    }

    private let descriptor: Int32
    private let folder: String

    /// Makes a file in a folder.
    init(in folder: String) throws(Failure) {
        let path = FilePath.resolve(".errand-\(String(UInt64.random(in: .min ... .max), radix: 36))", in: folder)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure("no temporary file can be made in \(folder)") }
        self.descriptor = descriptor
        self.folder = folder
        unlink(path)
    }

    deinit {
        close(descriptor)
    }

    /// Writes bytes at a place.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Failure) {
        var done = 0
        while done < bytes.count {
            let part = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, part.baseAddress, part.count, off_t(offset + done))
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure("a temporary file in \(folder) cannot be written")
            }
            done += count
        }
    }

    /// Reads so many bytes from a place on.
    func read(_ count: Int, at offset: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else {
                throw Failure("a temporary file in \(folder) cannot be read", got == 0 ? EIO : errno)
            }
            done += got
        }
        return bytes
    }
}
