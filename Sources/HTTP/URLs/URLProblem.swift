/// Why a text is no URL that can be called.
enum URLProblem: Error {
    case empty
    case relative
    case scheme(String)
    case noHost
    case userInfo
    case badHost
    case badPort
    case forbidden(UInt8)

    var message: String {
        switch self {
        case .empty: "it is empty"
        case .relative: "it does not begin with http:// or https://"
        case .scheme(let scheme): "its scheme is '\(scheme)'; only http and https can be called"
        case .noHost: "it has no host"
        case .userInfo: "it has a user or a password in it; use auth: {type: basic} for those"
        case .badHost: "its host may have letters, digits, '-', '_' and '.' only"
        case .badPort: "its port is not a number from 1 to 65535"
        case .forbidden(let byte) where byte < 0x20 || byte == 0x7F: "it has a line break or another control in it"
        case .forbidden(let byte) where byte == UInt8(ascii: " "): "it has a blank in it, which is written %20"
        case .forbidden(let byte):
            "it has a '\(Character(UnicodeScalar(byte)))' in it, which is written percent-encoded"
        }
    }

    /// Whether a byte stands in no URL, and is read in different ways where it does.
    static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || #"<>"\^`"#.utf8.contains(byte)
    }
}
