import Diagnostics
import Testing

@testable import Auth

@Suite("The codes of credentials")
struct RegistryTests {
    @Test("each has an explanation")
    func explained() {
        let codes: [DiagnosticCode] = [
            .tokenRefused, .tokenUnreachable, .tokenAnswerUnusable, .tokenHostNotAllowed, .tokenNotAccepted,
            .tokenOverHTTP, .tokenGivenUp, .tokenCannotBeSent, .metadataUnusable, .issuerMismatch,
            .noAuthenticationMethod, .assertionNotSigned, .tokenFileUnreadable, .tokenNotBound,
        ]
        #expect(DiagnosticRegistry.auth.explanations.map(\.code) == codes)
    }
}
