import Diagnostics

extension TokenFailure {
    /// The same failure with another note.
    func noting(_ note: String) -> TokenFailure {
        var diagnostic = diagnostic
        diagnostic.notes.append(note)
        return TokenFailure(
            kind, diagnostic, isLasting: isLasting, isInvalidClient: isInvalidClient, retryAfter: retryAfter)
    }
}
