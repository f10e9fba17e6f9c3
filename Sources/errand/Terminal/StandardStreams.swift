#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// stdin, stdout and stderr.
enum StandardStreams {
    /// Whether stdout is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Makes them fit to be used, before anything else is done.
    static func prepare() {
        occupy()
        // A reader that goes away is an error of the write, in every command: outputs are taken back, and the exit code
        // is a documented one.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Opens the null device for each that the process was started without.
    ///
    /// Otherwise the next file or connection would take its number, and get what is meant for it.
    private static func occupy() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // stdout for reading: data that nobody gets is an error, as with any closed file.
            _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR)
        }
    }
}
