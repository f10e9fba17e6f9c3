import Foundation
import Glibc

/// Ends the process at once, with success, on SIGTERM and SIGINT.
///
/// There is nothing to save.
func endOnSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGTERM) { _ in _exit(0) }
    signal(SIGINT) { _ in _exit(0) }
}

/// Ends this process soon after its parent has ended.
///
/// Asks for the parent four times a second: Linux's own signal on a parent's death comes already when the *thread* that
/// forked ends, which in a test runner is any time.
func watchParent() {
    let parent = getppid()
    let thread = Thread {
        while getppid() == parent {
            usleep(250_000)
        }
        _exit(0)
    }
    thread.start()
}

/// Writes to stderr.
func writeError(_ text: String) {
    writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Writes all of `bytes` to a file descriptor, as far as it takes them.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0 {
            if errno == EINTR { continue }
            return
        }
        rest = rest.dropFirst(written)
    }
}
