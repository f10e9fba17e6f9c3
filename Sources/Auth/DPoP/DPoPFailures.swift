import Diagnostics
import JWT
import JobFile

/// Says why there is no proof.
struct DPoPFailures: Sendable {
    let source: TokenSourceConfiguration
    /// Where the key stands; nil for one that was made for the run.
    let key: SourceSpan?

    /// A key that signs no proofs.
    func notSigned(_ error: KeyError) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenNotBound, title: "no DPoP proof can be signed for '\(source.name)': \(error.message)",
                span: key ?? source.span, label: "the key of the proofs", notes: [error.hint].compactMap(\.self)),
            isLasting: true)
    }
}
