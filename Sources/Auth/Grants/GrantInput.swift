import Diagnostics
import JWT
import JobFile
import Secrets

/// Makes what a grant hands in, anew for each attempt.
struct GrantInput: Sendable {
    let grant: OAuthGrant
    let client: OAuthClient
    let server: TokenServer
    let redactor: Redactor
    let failures: TokenRequestFailures
    /// The token of another source.
    let otherToken: @Sendable (String) async throws(TokenFailure) -> Token

    /// What goes into a request that is sent now.
    ///
    /// - Parameters:
    ///   - now: the time of day, in seconds since 1970.
    ///   - refreshToken: the refresh token as it is now, for the grant that spends it.
    func fields(at now: Double, refreshToken: Secret?) async throws(TokenFailure) -> GrantFields {
        switch grant {
        case .clientCredentials:
            return GrantFields()
        case .password(let username, let password):
            return GrantFields(fields: [
                FormField("username", username), FormField("password", secret(password.value)),
            ])
        case .refreshToken(let place):
            var token = refreshToken
            if token == nil, case .value(let value) = place { token = value.value }
            return GrantFields(fields: [FormField("refresh_token", secret(token ?? Secret("")))])
        case .jwtBearer(let claims):
            return try assertion(claims, at: now)
        case .tokenExchange(let exchange):
            return GrantFields(fields: try await fields(of: exchange))
        }
    }

    /// RFC 7523, 2.1.
    private func assertion(_ claims: SignedClaims, at now: Double) throws(TokenFailure) -> GrantFields {
        do throws(KeyError) {
            let jwt = try ClaimsSigner(claims.signing)
                .sign(claims, audience: server.audience(client.assertion.audience, orElse: server.audience), at: now)
            return GrantFields(fields: [FormField("assertion", secret(jwt.value))], assertion: jwt)
        } catch {
            throw failures.notSigned(error, with: claims.signing.key?.span)
        }
    }

    /// RFC 8693, 2.1.
    private func fields(of exchange: TokenExchange) async throws(TokenFailure) -> [FormField] {
        var fields = try await fields(of: exchange.subject, "subject")
        if let actor = exchange.actor { fields += try await self.fields(of: actor, "actor") }
        if let type = exchange.requestedType { fields.append(FormField("requested_token_type", type)) }
        return fields
    }

    private func fields(
        of input: TokenExchange.Input, _ name: String
    ) async throws(TokenFailure) -> [FormField] {
        let token: Secret
        switch input.origin {
        case .value(let value): token = value
        case .source(let source): token = try await otherToken(source.value).value
        case .file(let file):
            do throws(SmallFile.Problem) {
                token = try SmallFile.text(at: file.value)
            } catch {
                throw failures.badFile(file, error, "\(name)_token_file")
            }
        }
        return [FormField("\(name)_token", secret(token)), FormField("\(name)_token_type", input.type)]
    }

    private func secret(_ value: Secret) -> String {
        redactor.register(value)
        return value.reveal()
    }
}
