public import Diagnostics

extension DiagnosticCode {
    /// An issuer has no metadata, or none that is of use.
    public static let metadataUnusable = DiagnosticCode(rawValue: "E1109")
    /// The metadata of an issuer is that of another one.
    public static let issuerMismatch = DiagnosticCode(rawValue: "E1110")
    /// The server takes no client authentication that the job has keys for.
    public static let noAuthenticationMethod = DiagnosticCode(rawValue: "E1111")
    /// An assertion could not be signed.
    public static let assertionNotSigned = DiagnosticCode(rawValue: "E1112")
    /// A file with a token or an assertion could not be read.
    public static let tokenFileUnreadable = DiagnosticCode(rawValue: "E1113")
    /// A token could not be bound to a key.
    public static let tokenNotBound = DiagnosticCode(rawValue: "E1114")
}
