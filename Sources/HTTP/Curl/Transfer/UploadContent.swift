/// The bytes that a request brings along.
enum UploadContent: Sendable {
    case bytes([UInt8])
    case file(LocalFile)

    /// The length in bytes.
    var size: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(let file): file.size
        }
    }

    /// Copies the bytes from a place on.
    ///
    /// - Returns: how many there were; nil when they cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, size - offset)])
        guard !wanted.isEmpty else { return 0 }
        switch self {
        case .bytes(let bytes):
            bytes.withUnsafeBytes {
                wanted.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset...].prefix(wanted.count)))
            }
            return wanted.count
        case .file(let file):
            // A file that has become shorter would leave the server waiting.
            guard let count = file.read(into: wanted, at: offset), count > 0 else { return nil }
            return count
        }
    }
}
