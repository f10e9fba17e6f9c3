import Diagnostics
import HTTP
import JobFile
import Secrets

/// Says why a credential was not sent, or did not help.
struct TokenFailures: Sendable {
    private let source: TokenSourceConfiguration
    private let text: UntrustedText

    init(_ source: TokenSourceConfiguration, _ redactor: Redactor) {
        self.source = source
        text = UntrustedText(redactor: redactor)
    }

    /// A request to a host that the credential is not for.
    func hostNotAllowed(_ url: String) -> TokenFailure {
        let origin = Origin(url)?.description ?? text.show(url)
        let listed = (source.hosts?.map(\.value) ?? source.allowedOrigins) + source.hostMembers.map(\.text)
        let isListed = source.hosts != nil || !source.hostMembers.isEmpty
        let allowed =
            listed.isEmpty ? "nowhere: no host is known before the first response" : listed.joined(separator: ", ")
        return TokenFailure(
            .hostNotAllowed,
            Diagnostic(
                code: .tokenHostNotAllowed,
                title: "the credential '\(source.name)' may not be sent to \(origin)",
                span: source.hosts?.first?.span ?? source.hostMembers.first?.span ?? source.span,
                label: isListed ? "hosts does not list it" : "it goes to the hosts of its calls only",
                notes: [
                    "it may go to: \(allowed)",
                    "if the host is right, list it: hosts: [\((listed + [origin]).joined(separator: ", "))]",
                ]))
    }

    /// A credential that no header can hold.
    func cannotBeSent(_ problem: String) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenCannotBeSent, title: "the credential '\(source.name)' cannot be sent: \(problem)",
                span: source.span, label: "is a line break part of it?",
                notes: ["a file or a command often ends with a line break that is not part of the secret"]))
    }

    /// An API that refuses the credential, and another one would not help.
    ///
    /// - Parameter now: the time of day, in seconds since 1970.
    func notAccepted(_ response: HTTPResponse, at now: Double) -> TokenFailure {
        TokenFailure(
            .notAccepted,
            Diagnostic(
                code: .tokenNotAccepted,
                title: "\(text.show(response.url)) answered \(response.status): the credential is not accepted",
                span: source.span, label: "the credential '\(source.name)'",
                notes: response.headers.all("WWW-Authenticate").map { "WWW-Authenticate: \(text.show($0))" } + [
                    text.excerpt(response.body)
                ] + advice(on: response, at: now)))
    }

    /// What to try when the credential is refused.
    func advice(on response: HTTPResponse, at now: Double) -> [String] {
        guard case .jwt(let own) = source.kind else { return Self.usualAdvice }
        let claims = own.claims
        let names = [claims.issuer.map { "iss \($0)" }, claims.subject.map { "sub \($0)" }].compactMap(\.self)
        let clock = ClockAdvice.hints(for: response, at: now)
        return clock + [
            "the token is a JWT of your own"
                + (names.isEmpty ? "" : ": \(text.show(names.joined(separator: ", ")))"),
            "is the public half of this key registered there, and are iss, sub and aud as the API wants them? errand "
                + "token --decode shows them",
        ]
            + (clock.isEmpty
                ? [
                    "is the clock right? backdate helps when the API's is behind, assertion_lifetime when it is too long"
                ]
                : [])
    }

    private static let usualAdvice = [
        "is it for this API? audience, resource and scope decide that; errand token --decode shows them",
        "does the API want it elsewhere? header and scheme say where the token is put",
    ]

    /// A caller that no longer waits.
    func cancelled() -> TokenFailure {
        TokenFailure(
            .cancelled,
            Diagnostic(
                code: .tokenGivenUp, title: "getting a token was given up: the run ends", span: source.span))
    }
}
