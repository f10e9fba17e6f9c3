#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Where records are put aside during a run, in files that have no name.
enum TemporaryFolder {
    /// `TMPDIR`, else `/var/tmp`: `/tmp` is often held in memory, which spools are there to spare.
    static func path(environment: [String: String]) -> String {
        if let folder = environment["TMPDIR"], folder.hasPrefix("/") { return folder }
        return access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
    }
}
