#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The terminal on stdin while it does not show what is typed.
enum SilentTerminal {
    /// The signals by which people end a prompt.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// The settings to go back to.
    ///
    /// A signal handler can know only what is global. It is written before the handlers are there and not again.
    private nonisolated(unsafe) static var before = termios()

    /// Does something while nothing that is typed is shown; a signal leaves the terminal as it was, too.
    ///
    /// - Returns: nil when stdin is no terminal that can be silenced.
    static func during<Value>(_ operation: () -> Value) -> Value? {
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        for number in signals {
            signal(number) { number in
                SilentTerminal.restore()
                Glibc.signal(number, SIG_DFL)
                raise(number)
            }
        }
        defer {
            restore()
            for number in signals { signal(number, SIG_DFL) }
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        return operation()
    }

    private static func restore() {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    }
}
