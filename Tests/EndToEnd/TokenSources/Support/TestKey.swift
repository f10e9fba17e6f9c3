import Foundation

/// A key pair that `openssl` made, each kind once for all tests of a run.
struct TestKey: Sendable {
    /// `openssl` did not do it.
    struct Failure: Error {
        let log: String
    }

    enum Kind: String, CaseIterable, Sendable {
        case rsa, p256, p384, p521, ed25519

        /// The words that `openssl genpkey` wants.
        fileprivate var options: String {
            switch self {
            case .rsa: "-algorithm RSA -pkeyopt rsa_keygen_bits:2048"
            case .p256: "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"
            case .p384: "-algorithm EC -pkeyopt ec_paramgen_curve:P-384"
            case .p521: "-algorithm EC -pkeyopt ec_paramgen_curve:P-521"
            case .ed25519: "-algorithm ED25519"
            }
        }
    }

    /// PKCS#8, PEM.
    let privatePEM: String
    /// PKCS#1 or SEC1, PEM, with the words of its kind; PKCS#8 where there is no other form.
    let traditionalPEM: String
    /// SubjectPublicKeyInfo, PEM.
    let publicPEM: String
    /// A self-signed certificate of the key, PEM.
    let certificatePEM: String
    /// Base64url of the SHA-256 over the certificate's DER, the `x5t#S256` of RFC 7515.
    let certificateThumbprint: String
    /// The private key as the lines of its base64, which must not be seen.
    let folder: TemporaryFolder

    static let isPossible = Tool.find("openssl") != nil

    private static let made = Dictionary(
        uniqueKeysWithValues: Kind.allCases.map { kind in (kind, Task { try await TestKey(new: kind) }) })

    /// The key of this run.
    static func of(_ kind: Kind) async throws -> TestKey {
        guard let task = made[kind] else { throw Failure(log: "no \(kind)") }
        return try await task.value
    }

    /// A key that nobody else has.
    init(new kind: Kind) async throws {
        folder = try TemporaryFolder()
        let result = try await Program.shell(
            """
            set -e
            openssl genpkey \(kind.options) -out key.pem
            openssl pkey -in key.pem -traditional -out traditional.pem 2>/dev/null || cp key.pem traditional.pem
            openssl pkey -in key.pem -pubout -out public.pem
            openssl req -x509 -key key.pem -days 30 -subj /CN=\(kind.rawValue) -out certificate.pem
            openssl x509 -in certificate.pem -outform DER | openssl dgst -sha256 -binary | base64 -w0 >thumbprint
            """, folder: folder.url)
        guard result.exitCode == 0, let key = folder.read("key.pem"), let traditional = folder.read("traditional.pem"),
            let publicKey = folder.read("public.pem"), let certificate = folder.read("certificate.pem"),
            let thumbprint = folder.read("thumbprint")
        else { throw Failure(log: result.errors) }
        (privatePEM, traditionalPEM, publicPEM) = (key, traditional, publicKey)
        (certificatePEM, certificateThumbprint) = (certificate, Self.urlSafe(thumbprint))
    }

    /// A JWT that `openssl` signs with the key, an RSA key: what another program would have made.
    func signed(_ claims: [String: JSONAny], id: String = UUID().uuidString) async throws -> String {
        let body = try JSONEncoder().encode(claims.merging(["jti": .string(id)]) { _, new in new })
        let text =
            Self.urlSafe(Data("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".utf8).base64EncodedString()) + "."
            + Self.urlSafe(body.base64EncodedString())
        let result = try await Program.shell(
            "openssl dgst -sha256 -sign key.pem | base64 -w0", folder: folder.url, input: text)
        guard result.exitCode == 0 else { throw Failure(log: result.errors) }
        return text + "." + Self.urlSafe(result.output)
    }

    private static func urlSafe(_ base64: String) -> String {
        base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
