public import Diagnostics

extension DiagnosticCode {
    /// A command printed no token.
    public static let tokenCommandFailed = DiagnosticCode(rawValue: "E1120")
    /// The call that gets a token was answered with an error.
    public static let tokenCallRefused = DiagnosticCode(rawValue: "E1121")
    /// A JWT could not be signed.
    public static let tokenNotSigned = DiagnosticCode(rawValue: "E1122")
    /// A source has no token: it signs requests.
    public static let sourceWithoutToken = DiagnosticCode(rawValue: "E1123")
    /// A source needs its own token to get one.
    public static let sourceInCircle = DiagnosticCode(rawValue: "E1124")
    /// A token cannot be kept for other runs.
    public static let tokenNotKept = DiagnosticCode(rawValue: "E1125")
    /// A token was not revoked at the end of a run.
    public static let tokenNotRevoked = DiagnosticCode(rawValue: "E1126")
}
