import Diagnostics
import HTTP
import JWT
import JobFile
import Secrets

/// How a client proves who it is: by exactly one method, anew for each attempt (RFC 6749, 2.3; RFC 7521, 4.2).
struct ClientAuthentication: Sendable {
    /// The type of an assertion that is a JWT, RFC 7523 section 2.2.
    private static let jwtType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    private let client: OAuthClient
    private let server: TokenServer
    private let redactor: Redactor
    private let failures: TokenRequestFailures

    init(_ client: OAuthClient, to server: TokenServer, redactor: Redactor, failures: TokenRequestFailures) {
        self.client = client
        self.server = server
        self.redactor = redactor
        self.failures = failures
    }

    /// What goes into a request that is sent now.
    ///
    /// - Parameter now: the time of day, in seconds since 1970.
    func proof(at now: Double) throws(TokenFailure) -> AuthenticationParts {
        // A grant that needs no client says nothing of one.
        guard let id = client.id?.value else { return AuthenticationParts() }
        let secret = client.secret?.value ?? Secret("")
        switch server.method {
        case .clientSecretPost:
            return AuthenticationParts(fields: [
                FormField("client_id", id), FormField("client_secret", secret.reveal()),
            ])
        case .clientSecretBasic:
            return AuthenticationParts(basic: basic(id, secret))
        case .clientSecretJWT:
            return try signed(id, at: now, secret: secret)
        case .privateKeyJWT:
            if let file = client.assertion.file { return assertion(try text(of: file), of: id, signed: nil) }
            return try signed(id, at: now, secret: nil)
        case .tlsClientAuth, .none:
            return AuthenticationParts(fields: [FormField("client_id", id)])
        }
    }

    /// RFC 6749, 2.3.1.
    private func basic(_ id: String, _ secret: Secret) -> Secret {
        let (user, password) =
            switch client.basicEncoding {
            case .form: (PercentEncoding.encodeForForm(id), PercentEncoding.encodeForForm(secret.reveal()))
            case .raw: (id, secret.reveal())
            }
        let value = Secret(BasicCredentials.encode(user, password))
        redactor.register(value)
        return value
    }

    private func signed(_ id: String, at now: Double, secret: Secret?) throws(TokenFailure) -> AuthenticationParts {
        let settings = client.assertion
        // A key is of no use to a method that signs with the secret.
        var signing = client.signing
        if secret != nil { signing?.key = nil }
        let claims = SignedClaims(
            signing: signing ?? SigningSettings(key: nil), issuer: id, subject: id,
            audience: server.audience(settings.audience, orElse: server.issuer ?? server.audience),
            lifetime: settings.lifetime)
        do throws(KeyError) {
            let jwt = try ClaimsSigner(claims.signing, secret: secret).sign(claims, audience: nil, at: now)
            return assertion(jwt.value, of: id, signed: jwt)
        } catch {
            throw failures.notSigned(error, with: secret == nil ? signing?.key?.span : client.secret?.span)
        }
    }

    private func text(of file: Located<String>) throws(TokenFailure) -> Secret {
        do throws(SmallFile.Problem) {
            return try SmallFile.text(at: file.value)
        } catch {
            throw failures.badFile(file, error, "assertion_file")
        }
    }

    private func assertion(_ jwt: Secret, of id: String, signed: SignedJWT?) -> AuthenticationParts {
        redactor.register(jwt)
        // RFC 7521, 4.2: the id is not needed, and some servers miss it.
        return AuthenticationParts(
            fields: [
                FormField("client_id", id), FormField("client_assertion_type", Self.jwtType),
                FormField("client_assertion", jwt.reveal()),
            ], assertion: signed)
    }
}
