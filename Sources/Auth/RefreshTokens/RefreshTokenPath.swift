#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder and the name that a path leads to, symbolic links resolved.
struct RefreshTokenPath {
    let folder: OpenFile
    let name: String

    init(_ path: String) throws(SystemError) {
        let full = try RealPath.of(path)
        guard let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw SystemError(code: ENOENT) }
        name = String(full[full.utf8.index(after: slash)...])
        folder = try OpenFile.open(slash == full.startIndex ? "/" : String(full[..<slash]), O_RDONLY | O_DIRECTORY)
    }
}
