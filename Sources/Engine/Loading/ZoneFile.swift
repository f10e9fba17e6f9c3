/// The time zone files of the system, in the format of RFC 9636.
enum ZoneFile {
    private static let folder = "/usr/share/zoneinfo/"
    /// Well above the largest file of the database.
    private static let limit = 256 << 10

    /// The bytes of a zone's file; nil when there is no zone of this name.
    ///
    /// The name may come from outside: it cannot lead out of the folder, and a file that is no zone file is not given
    /// away.
    static func read(_ name: String) -> [UInt8]? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard name.utf8.count <= 64, parts.allSatisfy(isPart) else { return nil }
        guard let bytes = try? FileReader.read(path: folder + name, limit: limit) else { return nil }
        return bytes.starts(with: "TZif".utf8) ? bytes : nil
    }

    private static func isPart(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, isLetter(first) else { return false }
        return part.utf8.allSatisfy { byte in
            isLetter(byte) || (48...57).contains(byte) || "_+-".utf8.contains(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
