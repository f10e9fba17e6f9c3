#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// stdin, stdout and stderr.
enum StandardStreams {
    /// Whether stdout is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Opens the null device for each that the process was started without.
    ///
    /// Otherwise the next file or connection would take its number, and get what is meant for it.
    static func occupy() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // stdout for reading: data that nobody gets is an error, as with any closed file.
            _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR)
        }
    }
}
