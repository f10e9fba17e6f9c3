/// Bytes as they are unpacked, in a buffer that grows up to a limit.
struct UnpackedBytes {
    private let limit: Int
    private(set) var bytes: [UInt8] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Has `fill` write into free space behind the bytes, and keeps as many as it says it wrote.
    mutating func append(_ fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) throws(UnpackingFailure) {
        // One byte more than the limit is taken, so that a body of just that size ends as it should.
        let size = min(max(64 << 10, bytes.count), limit + 1 - bytes.count)
        guard size > 0 else { throw .tooLarge }
        let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fill(UnsafeMutableBufferPointer(start: buffer.baseAddress, count: size))
        }
        bytes.append(contentsOf: chunk)
        guard bytes.count <= limit else { throw .tooLarge }
    }
}
