import Foundation
import JSON
import Secrets
import Testing

@testable import JWT

/// Keys made by `openssl`, once a run, each in the form in which `openssl` writes it.
enum TestKeys {
    static let rsa = generate("RSA", "rsa_keygen_bits:2048")
    static let weakRSA = generate("RSA", "rsa_keygen_bits:1024")
    static let rsaPSS = generate("RSA-PSS", "rsa_keygen_bits:2048")
    static let p256 = generate("EC", "ec_paramgen_curve:P-256")
    static let p384 = generate("EC", "ec_paramgen_curve:P-384")
    static let p521 = generate("EC", "ec_paramgen_curve:P-521")
    static let ed25519 = generate("ED25519")

    /// By name, as PKCS#8.
    static let all = ["RSA": rsa, "P-256": p256, "P-384": p384, "P-521": p521, "Ed25519": ed25519]

    /// One that an algorithm with a private key can use.
    static func key(for algorithm: SigningAlgorithm) throws -> String {
        switch algorithm {
        case .es256: try p256.get()
        case .es384: try p384.get()
        case .es512: try p521.get()
        case .edDSA, .ed25519: try ed25519.get()
        default: try rsa.get()
        }
    }

    private static func generate(_ algorithm: String, _ options: String...) -> Result<String, any Error> {
        Result {
            try OpenSSL.text(["genpkey", "-algorithm", algorithm] + options.flatMap { ["-pkeyopt", $0] })
        }
    }
}

/// The key of a text.
func key(_ text: String) throws -> PrivateKey { try PrivateKey(Secret(text)) }

/// The error of a text that is no key; fails the test when it is one.
func keyError(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> KeyError {
    try #require(throws: KeyError.self, sourceLocation: location) { try key(text) }
}

extension JSONValue {
    /// An object of a text.
    init(_ text: String) throws { self = try JSONValue(parsing: Array(text.utf8)) }
}
