import Diagnostics

/// The codes of calls that take long, and of what they remember from one run to the next.
extension DiagnosticCode {
    static let pollFailed = DiagnosticCode(rawValue: "E1203")
    static let pollTimeout = DiagnosticCode(rawValue: "E1204")
    static let badRow = DiagnosticCode(rawValue: "E1307")
    static let streamBroken = DiagnosticCode(rawValue: "E1308")
    static let keyExpired = DiagnosticCode(rawValue: "E1801")
}
