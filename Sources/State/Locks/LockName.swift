/// The names of lock files.
enum LockName {
    /// The name for a job: what can be read of it, and a hash of all (FNV-1a of 128 bits), so that no two share one.
    static func of(_ job: String) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in job.utf8 {
            hash ^= UInt128(byte)
            hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
        let readable = job.utf8.prefix(40).map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                byte
            default: UInt8(ascii: "_")
            }
        }
        let digits = String(hash, radix: 16)
        return String(decoding: readable, as: UTF8.self) + "-" + String(repeating: "0", count: 32 - digits.count)
            + digits
    }
}
