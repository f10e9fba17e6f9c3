import Diagnostics
import HTTP
import JWT
import JobFile

extension TokenRequestFailures {
    /// A header of the job that cannot be sent.
    func badHeader(_ header: HTTPHeader, _ problem: String) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenCannotBeSent,
                title: "the header '\(text.show(header.name))' of the token request cannot be sent: \(problem)",
                span: source.span, label: "in headers of this token source"))
    }

    /// An assertion that cannot be signed.
    func notSigned(_ error: KeyError, with key: SourceSpan?) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .assertionNotSigned, title: "no assertion can be signed for '\(source.name)': \(error.message)",
                span: key ?? source.span, label: "the key that signs", notes: [error.hint].compactMap(\.self)),
            isLasting: true)
    }

    /// A file that an assertion or a token should be read from.
    func badFile(_ file: Located<String>, _ problem: SmallFile.Problem, _ key: String) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenFileUnreadable, title: "the file '\(text.show(file.value))' \(problem.message)",
                span: file.span, label: key, notes: ["it is read anew for each token request"]))
    }
}
