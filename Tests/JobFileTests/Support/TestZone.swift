/// A time zone's file (RFC 8536) in which it is always one hour later than in UTC.
enum TestZone {
    static let bytes: [UInt8] = block + block + Array("\nCET-1\n".utf8)

    /// Version 2, with one type of local time and four characters of names.
    private static let block: [UInt8] =
        Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + [0, 0, 0, 0, 1, 4].flatMap { [0, 0, 0, $0] }
        + [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
}
