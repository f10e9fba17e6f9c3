#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The one path of a file, from the root on and without symbolic links: the same wherever a run is started from.
enum RealPath {
    /// The path of what a path leads to.
    ///
    /// - Throws: when nothing is there.
    static func of(_ path: String) throws(SystemError) -> String {
        guard let resolved = realpath(path, nil) else { throw .last }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
