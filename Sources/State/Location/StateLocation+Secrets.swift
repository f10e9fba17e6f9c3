import Database
public import Secrets

extension StateLocation {
    /// What must not be shown of it, for the redactor: a URL with a password in it, and that password.
    public var secrets: [Secret] {
        guard case .postgres(let url) = self else { return [] }
        return PostgresConnection.secrets(of: url)
    }

    /// It in words for a message: the file, or just that it is a server.
    public var words: String {
        switch self {
        case .sqlite(let path): path
        case .postgres: "PostgreSQL"
        }
    }
}
