import Diagnostics
import Secrets

/// Makes text from outside fit to be shown: without secrets, short, and harmless to a terminal.
struct UntrustedText: Sendable {
    /// The most characters that are shown.
    private static let longest = 500

    let redactor: Redactor

    /// Masked before it is cut, so that no half of a secret is left; escaped last.
    func show(_ text: String, limit: Int = longest) -> String {
        let masked = redactor.redact(text)
        let shown = masked.prefix(limit)
        return TerminalText.escape(shown) + (shown.endIndex < masked.endIndex ? "…" : "")
    }

    /// A note with the first part of a body.
    func excerpt(_ body: [UInt8]) -> String {
        if body.isEmpty { return "the body is empty" }
        return "the body: \(show(String(decoding: redactor.redact(body), as: UTF8.self)))"
    }
}
