import Diagnostics
import HTTP
import JobFile
import Processes
import Secrets

@testable import Auth

extension Credentials {
    /// Credentials with nothing but what goes over the wire.
    convenience init(
        _ sources: [TokenSourceConfiguration],
        transport: any Transport,
        limits: RunLimits,
        clock: any HTTPClock,
        redactor: Redactor,
        observe: @escaping @Sendable (_ source: String, ExchangeEvent) -> Void
    ) {
        self.init(
            sources,
            context: SourceContext(
                transport: transport, limits: limits, clock: clock, redactor: redactor,
                makeRequest: { call throws(TokenFailure) in throw TokenFailure.noRequest(call) }, observe: observe))
    }
}

extension TokenFailure {
    /// What a test throws that makes no requests of calls.
    static func noRequest(_ call: Call) -> TokenFailure {
        TokenFailure(
            .unusable, Diagnostic(code: .tokenAnswerUnusable, title: "the test makes no requests", span: call.span))
    }
}
