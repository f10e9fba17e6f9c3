public import Diagnostics

extension DiagnosticCode {
    /// The token endpoint refused to give a token.
    public static let tokenRefused = DiagnosticCode(rawValue: "E1101")
    /// The token endpoint could not be reached.
    public static let tokenUnreachable = DiagnosticCode(rawValue: "E1102")
    /// The token endpoint's answer holds no token that can be used.
    public static let tokenAnswerUnusable = DiagnosticCode(rawValue: "E1103")
    /// A credential would have gone to a host that it is not for.
    public static let tokenHostNotAllowed = DiagnosticCode(rawValue: "E1104")
    /// The API refuses a token that was just got.
    public static let tokenNotAccepted = DiagnosticCode(rawValue: "E1105")
    /// The token endpoint is plain `http`, and not on loopback.
    public static let tokenOverHTTP = DiagnosticCode(rawValue: "E1106")
    /// Getting a token was given up before there was an answer.
    public static let tokenGivenUp = DiagnosticCode(rawValue: "E1107")
    /// A credential, or a header of the token request, that HTTP cannot carry.
    public static let tokenCannotBeSent = DiagnosticCode(rawValue: "E1108")
}
