#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The end of the process, at once: nothing is left to be flushed, and the libraries' own clean-up is not waited for.
///
/// It would take as long as a request on loopback, and must not meet libcurl while that is still starting.
enum ProcessEnd {
    /// Ends the process.
    static func exit(_ code: Int32) -> Never {
        _exit(code)
    }

    /// Ends the process with a last word: on stdout when all is well, as with `--help`, otherwise on stderr.
    static func exit(saying message: String, _ code: Int32) -> Never {
        if !message.isEmpty {
            if code == 0 {
                StandardOutput.write(message + "\n")
            } else {
                FileDescriptorWriter.write(Array((message + "\n").utf8), to: STDERR_FILENO)
            }
        }
        _exit(code)
    }
}
