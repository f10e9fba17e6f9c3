import Secrets

extension SinkConfiguration {
    /// What it writes to: `stdout`, the path of a file, or database and table.
    ///
    /// A password in the URL of a database is not part of it, nor are its options.
    public var name: String {
        switch target {
        case .stdout: "stdout"
        case .file(let path): path
        case .sqlite(let path, let table): "\(path): \(table)"
        case .postgres(let url, let table): "\(Self.withoutPassword(url.reveal())): \(table)"
        }
    }

    /// Host and path of the URL, without who is to be logged in.
    private static func withoutPassword(_ url: String) -> String {
        guard let scheme = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "postgres" }
        // A password may have any character in it, when it is not encoded as it should be.
        let place = url[scheme...].utf8.lastIndex(of: UInt8(ascii: "@")).map { url[$0...].dropFirst() }
        let rest = place ?? url[scheme...].drop { $0 == ":" || $0 == "/" }
        return "\(url[..<scheme])://\(rest.prefix { $0 != "?" })"
    }
}
