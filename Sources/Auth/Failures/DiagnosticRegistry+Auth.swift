public import Diagnostics

extension DiagnosticRegistry {
    /// The codes of getting and using credentials.
    public static let auth = DiagnosticRegistry([
        DiagnosticExplanation(
            .tokenRefused, "the token endpoint refused to give a token",
            """
            The token endpoint answered with an error (RFC 6749, 5.2). What it said is shown as error, \
            error_description and error_uri; some servers say less than that, or nothing.

            invalid_client: the id or the secret is wrong, or was sent in a way that this server does not take. errand \
            does not try the others by itself, because wrong attempts can lock a client out. Set client_auth to \
            client_secret_post, client_secret_basic or none; with client_secret_basic, basic_encoding decides whether \
            id and secret are form-encoded first (form, as the standard says) or not (raw).

            invalid_scope: one of the scopes asked for does not exist, or is not granted to this client.

            unauthorized_client: the client may not use the client credentials grant; that is set at the server.

            A refusal is not tried again in the same run. Only network errors and the statuses 408, 429 and 5xx are.
            """),
        DiagnosticExplanation(
            .tokenUnreachable, "the token endpoint could not be reached",
            """
            No answer came: the name does not resolve, nothing listens there, the connection is not trusted, or a time \
            limit passed. It was tried several times before the run gave up.

            A certificate that is not trusted is never accepted. For a private authority name its file with \
            tls: {ca: FILE} in the token source.
            """),
        DiagnosticExplanation(
            .tokenAnswerUnusable, "the answer of the token endpoint holds no token that can be used",
            """
            The server answered, but there is no token in the answer, or one that cannot be sent: no JSON, another \
            shape than RFC 6749, 5.1 lays down, a token_type that errand does not know, a redirect (which is never \
            followed with a secret), or fewer scopes than require_scope asks for.

            For an API that has a shape of its own, say where things stand: token, expires_in or expires_at take a \
            JSONPath. scheme says what stands before the token in the header, whatever token_type is.
            """),
        DiagnosticExplanation(
            .tokenHostNotAllowed, "the credential is not for this host",
            """
            A credential goes to the origins of the calls that use it, as they are known before any response, and to \
            nobody else: a URL that came out of a response must not be able to fetch it.

            If the host is right, list it in the token source: hosts: [https://api.example.com]. An entry is an \
            origin, a host, or a host that begins with *. for all its subdomains. hosts replaces the default, so list \
            all that are needed.
            """),
        DiagnosticExplanation(
            .tokenNotAccepted, "the API refuses a token that was just got",
            """
            The API answered that the credential is not good enough. Where a new one could be got, the call was \
            sent once more with it, and refused again. Going on would not help.

            The usual reasons: the token is for another API (audience, resource), lacks a scope, or the API wants it \
            in another place (header, scheme). errand token --decode shows what a token says, if it is a JWT.
            """),
        DiagnosticExplanation(
            .tokenOverHTTP, "the token endpoint is plain http",
            """
            The client's secret and the token would travel where everybody on the way can read them. Plain http is \
            allowed to this machine itself. options: {allow_http: true} allows it elsewhere.
            """),
        DiagnosticExplanation(
            .tokenGivenUp, "getting a token was given up",
            """
            The run was interrupted, its deadline passed, or the token endpoint asked for a longer wait than is \
            allowed.
            """),
        DiagnosticExplanation(
            .tokenCannotBeSent, "the credential cannot be sent",
            """
            A header of HTTP is one line. A credential with a line break or another control character in it cannot \
            be one; most often the line break came along from a file or a variable and is not part of the secret.
            """),
    ])
}
