public import Diagnostics

extension DiagnosticCode {
    /// There is no refresh token where the job says that it is kept.
    public static let refreshTokenMissing = DiagnosticCode(rawValue: "E1117")
    /// A new refresh token cannot be kept.
    public static let refreshTokenNotKept = DiagnosticCode(rawValue: "E1118")
}
