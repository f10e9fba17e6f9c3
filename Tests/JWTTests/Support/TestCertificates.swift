import Foundation

/// Certificates made by `openssl`.
enum TestCertificates {
    /// One for this key, signed with it.
    static func selfSigned(
        _ key: String, subject: String = "/O=Example/CN=client", options: [String] = ["-days", "10"]
    ) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "errand-\(UUID().uuidString).pem")
        try Data(key.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try OpenSSL.text(["req", "-x509", "-utf8", "-key", file.path, "-subj", subject] + options)
    }
}
