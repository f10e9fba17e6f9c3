import FoundationEssentials

/// The credentials of HTTP Basic, RFC 7617 section 2.
enum BasicCredentials {
    /// What stands after `Basic`: user and password in base64.
    static func encode(_ user: String, _ password: String) -> String {
        Data("\(user):\(password)".utf8).base64EncodedString()
    }
}
