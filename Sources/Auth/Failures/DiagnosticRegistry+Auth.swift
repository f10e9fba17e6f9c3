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
        DiagnosticExplanation(
            .metadataUnusable, "an issuer has no metadata that is of use",
            """
            With issuer the token endpoint is looked up: at /.well-known/oauth-authorization-server, put between the \
            host and the path (RFC 8414), then at /.well-known/openid-configuration behind the path (OpenID Connect). \
            Both were asked, no redirect was followed, and the one that answered must be JSON with a token_endpoint.

            The issuer is the text that the server itself uses as iss in its tokens. Where a server has no metadata, \
            name the endpoint: token_url in place of issuer.
            """),
        DiagnosticExplanation(
            .issuerMismatch, "the metadata of an issuer is that of another one",
            """
            The issuer in the metadata must be the very text of the job (RFC 8414, 3.3), slashes at the end and capital \
            letters included. Otherwise one server could pass its metadata off as that of another, and get the \
            client's credentials.

            Write the issuer as the server does, if that is the server that you mean.
            """),
        DiagnosticExplanation(
            .noAuthenticationMethod, "no client authentication fits the server",
            """
            The server's metadata says how clients may prove who they are, and the job has nothing for any of them: \
            client_secret_post, client_secret_basic and client_secret_jwt take a client_secret, private_key_jwt a \
            private_key or an assertion_file, tls_client_auth a certificate (tls: {cert, key}).

            Some servers list fewer methods than they take. client_auth says which to use, whatever they list.
            """),
        DiagnosticExplanation(
            .assertionNotSigned, "an assertion could not be signed",
            """
            The key and the algorithm do not fit each other, or the secret is too short for its algorithm (RFC 7518, \
            3.2 asks for as many bytes as the hash has: 32 for HS256). RSA keys sign with RS and PS algorithms, EC keys \
            with the ES algorithm of their curve, Ed25519 keys with EdDSA, which has the newer name Ed25519.
            """),
        DiagnosticExplanation(
            .tokenFileUnreadable, "a file with a token or an assertion could not be read",
            """
            assertion_file, subject_token_file and actor_token_file are read anew for each token request, because \
            what writes them (Kubernetes, a cloud's agent) replaces them before they expire. The file was missing, \
            empty, too large, or may not be read by this user.
            """),
        DiagnosticExplanation(
            .tokenNotBound, "a token could not be bound to a key",
            """
            With dpop: true each request carries a proof that is signed with a key (RFC 9449). The key and the \
            algorithm do not fit each other. Without dpop_key a key for ES256 is made for the run, which most servers \
            take.
            """),
    ])
}
