import Diagnostics
import Secrets

extension Redactor {
    /// The first part of a text from outside, safe to print: masked before it is cut, so that no half of a secret is left.
    func excerpt(_ text: some StringProtocol, limit: Int = 120) -> String {
        let text = redact(String(text))
        let shown = text.prefix(limit)
        return TerminalText.escape(shown) + (shown.endIndex < text.endIndex ? "…" : "")
    }
}
