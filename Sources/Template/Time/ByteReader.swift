/// Reads bytes from the front, and never beyond their end.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var remaining: Int { rest.count }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }

    /// A signed integer of so many bytes, the highest first.
    mutating func integer(_ size: Int) -> Int? {
        guard let bytes = bytes(size) else { return nil }
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let shift = UInt64(64 - 8 * size)
        return Int(Int64(bitPattern: value << shift) >> Int64(shift))
    }

    /// What stands between two line breaks.
    mutating func line() -> String? {
        guard rest.popFirst() == 0x0A, let end = rest.firstIndex(of: 0x0A) else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
    }
}
