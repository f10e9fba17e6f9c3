#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a secret from stdin: the whole of a pipe, or a line typed without echo.
enum SecretPrompt {
    /// The largest secret, in bytes.
    static let limit = 64 << 10

    /// The secret without its line break; nil when there is none.
    static func read(_ prompt: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return text(upTo: nil) }
        let typed = SilentTerminal.during { () -> String? in
            FileDescriptorWriter.write(Array(prompt.utf8), to: STDERR_FILENO)
            defer { FileDescriptorWriter.write([UInt8(ascii: "\n")], to: STDERR_FILENO) }
            return text(upTo: UInt8(ascii: "\n"))
        }
        return typed ?? nil
    }

    /// What is on stdin up to its end, or to a byte.
    private static func text(upTo end: UInt8?) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < limit, Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte != end { bytes.append(byte) }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
    }
}
