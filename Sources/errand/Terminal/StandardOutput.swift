import ArgumentParser
import Engine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// stdout: data, and nothing else.
enum StandardOutput {
    /// Writes text.
    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes a body as it came; on a terminal it ends its line.
    static func writeBody(_ body: [UInt8]) {
        write(body)
        if StandardStreams.outputIsTerminal, let last = body.last, last != UInt8(ascii: "\n") { write("\n") }
    }

    /// Writes bytes; a reader that went away ends the process quietly, as it would end any other of a pipe.
    static func write(_ bytes: [UInt8]) {
        guard !FileDescriptorWriter.write(bytes, to: STDOUT_FILENO) else { return }
        let problem = errno
        if problem != EPIPE {
            let message = "errand: stdout cannot be written: \(String(cString: strerror(problem)))\n"
            FileDescriptorWriter.write(Array(message.utf8), to: STDERR_FILENO)
        }
        _exit(ExitCode.cannotWrite.rawValue)
    }
}

/// How commands end with one of the documented exit codes.
enum ExitStatus {
    /// The error that makes the process exit with a code, and prints nothing more.
    static func exit(_ code: Engine.ExitCode) -> ArgumentParser.ExitCode {
        ArgumentParser.ExitCode(code.rawValue)
    }
}
