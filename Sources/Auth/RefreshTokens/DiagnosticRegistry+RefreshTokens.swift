public import Diagnostics

extension DiagnosticRegistry {
    /// The codes of refresh tokens that the job keeps.
    public static let refreshTokens = DiagnosticRegistry([
        DiagnosticExplanation(
            .refreshTokenMissing, "there is no refresh token where the job keeps it",
            """
            refresh_token_file names a file that holds the refresh token alone, in one line. It is read anew for each \
            token request. The file was missing, empty, too large, had more than one line, or may not be read by this \
            user. The first refresh token comes from signing in once, by the means of the provider.
            """),
        DiagnosticExplanation(
            .refreshTokenNotKept, "a new refresh token cannot be kept",
            """
            A server may hand out a new refresh token with each access token, and the old one is of no use from then \
            on (RFC 6749, 6; RFC 9700, 4.14). So errand makes sure that it can keep the new one before it spends the \
            old one: it writes the file once as it is, beside its place and then over it. That takes a folder that \
            errand may write to, and fails for mounted secrets, which are read only, and for a file that is mounted by \
            itself, which cannot be replaced. The file keeps its permissions and its owner.

            A refresh token that the job has as a value (refresh_token) has no place for a new one. That is fine as \
            long as the server never changes it; otherwise put it in a file and name that: refresh_token_file.

            A new refresh token that could not be put in its place after all is written to a file in errand's cache \
            folder, which only its owner can read, and the diagnostic names it.

            Two processes do not spend the same refresh token: a lock on FILE.lock, beside the file, is held from \
            reading it until the new one is written.
            """),
    ])
}
