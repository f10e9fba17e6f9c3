import Diagnostics
import JobFile
import Secrets

/// A refresh token of the job's values, which cannot be changed there.
struct FixedRefreshToken: RefreshTokenStore {
    private let token: Secret
    private let failures: RefreshTokenFailures
    private let rescue: RefreshTokenRescue
    let cancelled: TokenFailure

    init(_ token: Located<Secret>, of source: TokenSourceConfiguration, context: SourceContext) {
        self.token = token.value
        failures = RefreshTokenFailures(source, at: token.span, context: context)
        rescue = RefreshTokenRescue(source, context: context)
        cancelled = TokenFailures(source, context.redactor).cancelled()
        context.redactor.register(token.value)
    }

    func current() throws(TokenFailure) -> Secret { token }

    /// Most servers that a job can name a value for never change it; that one does shows with its answer only.
    func checkWritable() throws(TokenFailure) {}

    func replace(_ token: Secret) throws(TokenFailure) {
        throw failures.noPlace(rescuedTo: rescue.keep(token))
    }

    func exclusively(_ body: @Sendable () async -> TokenSource.Outcome) async -> TokenSource.Outcome {
        await body()
    }
}
