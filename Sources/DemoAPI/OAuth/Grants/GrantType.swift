/// The values of `grant_type`.
enum GrantType: String, CaseIterable {
    case clientCredentials = "client_credentials"
    case password
    case refreshToken = "refresh_token"
    case jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    case tokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange"

    /// A URN for its last part: `jwt-bearer`.
    static func fullName(_ name: String) -> String {
        allCases.map(\.rawValue).first { $0 == name || $0.hasSuffix(":" + name) } ?? name
    }
}
