#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension FilePath {
    /// Whether there is something at a path.
    static func isThere(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
