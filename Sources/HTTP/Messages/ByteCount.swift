/// Numbers of bytes as people read them.
enum ByteCount {
    /// `100 MiB`, `1.5 KiB` as `1536 bytes`: never rounded.
    static func text(_ count: Int) -> String {
        if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) MiB" }
        if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) KiB" }
        return "\(count) bytes"
    }
}
