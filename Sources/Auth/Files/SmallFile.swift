import Secrets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads files that hold a token or an assertion.
enum SmallFile {
    /// Why a file cannot be read, in words that go on after its name.
    struct Problem: Error {
        let message: String
    }

    /// No token is longer.
    private static let limit = 1 << 20

    /// The text of a file without the blanks and line breaks around it.
    static func text(at path: String) throws(Problem) -> Secret {
        let bytes: [UInt8]?
        do throws(SystemError) {
            // Whoever puts a pipe there must not make the run wait for ever.
            bytes = try OpenFile.open(path, O_RDONLY | O_NONBLOCK).bytes(limit: limit)
        } catch {
            throw Problem(message: "cannot be read: \(error.message)")
        }
        guard let bytes else { throw Problem(message: "is larger than 1 MiB, and no token is") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem(message: "is not UTF-8") }
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { throw Problem(message: "is empty") }
        return Secret(String(start[...end]))
    }
}
