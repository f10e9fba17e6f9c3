import Diagnostics
import HTTP
import JWT
import JobFile
import Secrets

/// Makes the JWTs of a source that is its own authority.
struct JWTFetch: Sendable {
    private let jwt: JWTSource
    private let source: TokenSourceConfiguration
    private let context: SourceContext
    private let signer: Result<ClaimsSigner, KeyError>

    init(_ jwt: JWTSource, of source: TokenSourceConfiguration, context: SourceContext) {
        self.jwt = jwt
        self.source = source
        self.context = context
        do throws(KeyError) {
            signer = .success(try ClaimsSigner(jwt.claims.signing))
        } catch {
            signer = .failure(error)
        }
    }

    /// Signs a new one.
    func fetch() -> Result<HeldToken, TokenFailure> {
        let start = Moment(now: context.clock)
        let signed: SignedJWT
        do throws(KeyError) {
            signed = try signer.get().sign(jwt.claims, audience: nil, at: start.wall)
        } catch {
            return .failure(failure(error))
        }
        context.redactor.register(signed.value)
        let life = TokenLife(from: start, seconds: signed.expiresAt.map { $0 - start.wall }, margin: nil)
        return .success(
            HeldToken(
                credential: Credential(
                    Token(
                        value: signed.value, header: jwt.placement.header,
                        scheme: jwt.placement.scheme ?? TokenType.bearer, expiresAt: life.end,
                        lifetime: life.seconds),
                    companions: jwt.requestHeaders.map { HTTPHeader($0.name, $0.value) }),
                life: life))
    }

    private func failure(_ error: KeyError) -> TokenFailure {
        TokenFailure(
            .unusable,
            Diagnostic(
                code: .tokenNotSigned, title: "the JWT of '\(source.name)' cannot be signed: \(error.message)",
                span: jwt.claims.signing.key?.span ?? source.span, label: "the key that signs it",
                notes: [error.hint].compactMap(\.self)),
            isLasting: true)
    }
}
