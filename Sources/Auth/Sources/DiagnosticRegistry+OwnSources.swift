public import Diagnostics

extension DiagnosticRegistry {
    /// The codes of the sources that are no token endpoint.
    public static let ownSources = DiagnosticRegistry([
        DiagnosticExplanation(
            .tokenCommandFailed, "a command printed no token",
            """
            The command of the token source could not be run, ended with another status than 0, took longer than its \
            timeout, or printed something that holds no token. What it said on stderr is shown.

            It should print the token alone, or a JSON object: access_token with expires_in, Kubernetes' \
            ExecCredential, Google's id_token with expiration_time, or any other with token: $.NAME in the job. The \
            command is a list of words and no shell reads it; for a pipe say command: [sh, -c, "…"]. It is run once, \
            and again when its token has expired or is refused.
            """),
        DiagnosticExplanation(
            .tokenCallRefused, "the call that gets a token was answered with an error",
            """
            The token comes by a call of the job's own (type: request), and the server answered it with an error. \
            What it said is shown. If the call needs a credential itself, call: {auth: NAME} says which; by default \
            it goes without one.
            """),
        DiagnosticExplanation(
            .tokenNotSigned, "a JWT could not be signed",
            """
            The private key of the token source and its algorithm do not go together, or the claims cannot be \
            written. RS and PS algorithms need an RSA key, ES256 a P-256 key, ES384 P-384, ES512 P-521, EdDSA an \
            Ed25519 key.
            """),
        DiagnosticExplanation(
            .sourceWithoutToken, "the source has no token",
            """
            A source of type aws_sigv4 signs each request by itself as it is sent: there is no token to show, nor to \
            hand in elsewhere.
            """),
        DiagnosticExplanation(
            .sourceInCircle, "a token source needs itself",
            """
            To get its token a source needs another one, which needs the first: as the subject of a token exchange, \
            for its own call, or for the hosts that ${auth.NAME.MEMBER} names. One of them has to do without.
            """),
        DiagnosticExplanation(
            .tokenNotKept, "tokens cannot be kept for other runs",
            """
            A token source has cache: disk, and the folder for it cannot be used: it cannot be made or written, \
            belongs to another user, or others may write to it. The run goes on, with a token of its own. The folder \
            is errand/tokens in XDG_CACHE_HOME, or in .cache of the home folder.
            """),
        DiagnosticExplanation(
            .tokenNotRevoked, "a token was not revoked",
            """
            A token source has revoke: true, and at the end of the run the server did not take its token back (RFC \
            7009). The request is sent once, with a limit of 5 s, by the client's own method, to revocation_url or to \
            the revocation_endpoint of the issuer's metadata. The run does not fail for it: the token stays good \
            until it expires by itself.
            """),
    ])
}
