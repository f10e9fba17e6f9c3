import Diagnostics
import Secrets
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Everything that `errand` says besides its data: one way to stderr, below which the redactor sits.
final class Console: Sendable {
    /// When to use colour.
    let usesColor: Bool
    /// Whether stderr is a terminal.
    let isTerminal: Bool
    let redactor: Redactor
    /// The live line that stands on the terminal now, to be taken away before anything else is said.
    private let liveLine = Mutex("")

    init(color: ColorChoice, redactor: Redactor) {
        isTerminal = isatty(STDERR_FILENO) == 1
        self.redactor = redactor
        usesColor = color.isOn(isTerminal: isTerminal)
    }

    /// Writes text to stderr, masked, as it is otherwise; control characters were escaped where they came in.
    func write(_ text: String) {
        liveLine.withLock { line in
            if !line.isEmpty { Self.put("\r\u{1B}[K") }
            line = ""
            Self.put(redactor.redact(text))
        }
    }

    /// Shows diagnostics, each with its place, below a line that says what they belong to.
    func show(_ diagnostics: [Diagnostic], under title: String? = nil) {
        guard !diagnostics.isEmpty else { return }
        let text = TerminalDiagnosticRenderer(color: usesColor).render(diagnostics)
        write(title.map { TerminalText.escape($0) + ":\n" + text } ?? text)
    }

    /// Replaces the live line; only on a terminal.
    func showLiveLine(_ text: String) {
        guard isTerminal else { return }
        // A line that wraps could not be taken back.
        let masked = String(redactor.redact(text).prefix(Self.columns - 1))
        liveLine.withLock { line in
            guard masked != line else { return }
            Self.put(masked.isEmpty ? "\r\u{1B}[K" : "\r" + masked + "\u{1B}[K")
            line = masked
        }
    }

    /// The width of the terminal, in characters; 80 where it does not tell.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
        return Int(size.ws_col)
    }

    private static func put(_ text: String) {
        FileDescriptorWriter.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
