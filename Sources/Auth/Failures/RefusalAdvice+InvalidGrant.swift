import Diagnostics
import HTTP
import JobFile

extension RefusalAdvice {
    /// A server that does not take what the grant hands in.
    static func invalidGrant(_ error: ServerError, _ sent: SentRequest) -> RefusalAdvice {
        let oauth = sent.oauth
        switch oauth.grant {
        case .refreshToken(let place):
            var hints = [
                "the refresh token was used already, was revoked, has expired, or is another client's",
                "a new one takes a person who signs in again",
            ]
            if case .value = place {
                hints.append(
                    "if the server hands out a new one each time, keep it in a file that is written back: "
                        + "refresh_token_file: FILE")
            }
            return RefusalAdvice(.source, "its refresh token", hints)
        case .password:
            return RefusalAdvice(
                .source, "this token source",
                ["the name or the password is wrong, or the account needs more than a password to sign in"])
        case .jwtBearer:
            return RefusalAdvice(
                .source, "its assertion",
                AssertionAdvice.hints(error, sent, sent.signed.grant) + [subject(sent)])
        case .tokenExchange(let exchange):
            return RefusalAdvice(
                .source, "this token source",
                [
                    "a token that was handed in has expired, is not for this server, or is not of its stated type",
                    "subject_token_type: \(exchange.subject.type)",
                ] + (exchange.actor.map { ["actor_token_type: \($0.type)"] } ?? []))
        case .clientCredentials:
            return RefusalAdvice(
                .source, "this token source",
                ["for the grant \(oauth.grantType) something in params is wrong, has expired, or was used before"])
        }
    }

    private static func subject(_ sent: SentRequest) -> String {
        guard let jwt = sent.signed.grant, let subject = jwt.subject else {
            return "no subject was named; a server that acts for a user needs one: subject: NAME"
        }
        return "the server must know the subject \(subject), and let \(jwt.issuer ?? "the issuer") act for it"
    }

    /// A server that wants a person first.
    static func consent(_ sent: SentRequest) -> RefusalAdvice {
        var hints = ["a person has to agree once, in a browser, that this client may act for the user"]
        if let origin = Origin(sent.server.tokenURL), origin.host.hasSuffix("docusign.com") {
            let id = PercentEncoding.encode(sent.oauth.client.id?.value ?? sent.signed.grant?.issuer ?? "CLIENT_ID")
            hints.append(
                "open \(origin)/oauth/auth?response_type=code&scope=signature%20impersonation&client_id=\(id)"
                    + "&redirect_uri=URI with one of the client's redirect URIs, and accept")
        }
        return RefusalAdvice(.clientID, "this client", hints)
    }
}
