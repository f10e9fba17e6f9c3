internal import Crypto
public import JSON
public import Secrets

/// Signs JSON Web Tokens (RFC 7519) with one key and one algorithm.
public struct JWTSigner: Sendable {
    /// The algorithm, which stands in each token's header.
    public let algorithm: SigningAlgorithm
    private let key: SigningKey

    /// Signs with a private key, by default with the first of its algorithms.
    ///
    /// - Throws: when the algorithm is none of the key's.
    public init(key: PrivateKey, algorithm: SigningAlgorithm? = nil) throws(KeyError) {
        let algorithm = algorithm ?? key.defaultAlgorithm
        guard key.algorithms.contains(algorithm) else {
            throw KeyError(
                algorithm.isSymmetric
                    ? "\(algorithm.rawValue) signs with a shared secret, not with a private key"
                    : "the key (\(key.summary)) cannot sign \(algorithm.rawValue)",
                hint: "the key (\(key.summary)) can sign \(key.algorithms.list)")
        }
        self.algorithm = algorithm
        self.key = .own(key.material)
    }

    /// Signs with a secret that the server knows too, by its UTF-8 bytes (OpenID Connect Core 1.0, 10.1).
    ///
    /// - Throws: for an algorithm other than HS256, HS384 and HS512, and for a secret that is shorter than the hash
    ///   (RFC 7518, 3.2).
    public init(secret: Secret, algorithm: SigningAlgorithm) throws(KeyError) {
        guard let least = algorithm.secretByteCount else {
            throw KeyError(
                "\(algorithm.rawValue) signs with a private key, not with a shared secret",
                hint: "HS256, HS384 and HS512 sign with a secret")
        }
        let bytes = Array(secret.reveal().utf8)
        guard bytes.count >= least else {
            throw KeyError(
                bytes.isEmpty
                    ? "the secret is empty"
                    : "the secret is shorter than the \(least) bytes that \(algorithm.rawValue) needs (RFC 7518, 3.2)",
                hint: least > 32
                    ? "have the server make a longer one, or use HS256" : "have the server make a longer one")
        }
        self.algorithm = algorithm
        key = .shared(SymmetricKey(data: bytes))
    }

    /// A signed token in the compact form of RFC 7515 section 3.1.
    ///
    /// The header begins with `alg` and `typ`, which is `JWT` unless `header` says another; an `alg` in `header` does
    /// not count. The key's own `kid` is not added. Numbers keep their spelling.
    ///
    /// - Throws: for claims that are no object.
    public func sign(header: [JSONMember] = [], claims: JSONValue) throws(KeyError) -> Secret {
        guard claims.kind == .object else {
            throw KeyError("the claims of a token are an object, not \(claims.kind.rawValue)")
        }
        var members = [JSONMember(name: "alg", value: .string(algorithm.rawValue))]
        if !header.contains(where: { $0.name == "typ" }) {
            members.append(JSONMember(name: "typ", value: .string("JWT")))
        }
        members += header.filter { $0.name != "alg" }
        let input = Self.encode(.object(members)) + "." + Self.encode(claims)
        let signature = try key.signature(of: Array(input.utf8), algorithm: algorithm)
        return Secret(input + "." + Base64URL.encode(signature))
    }

    private static func encode(_ value: JSONValue) -> String {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        return Base64URL.encode(bytes)
    }
}

extension JWTSigner: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The algorithm.
    public var description: String { algorithm.rawValue }
    /// The algorithm.
    public var debugDescription: String { algorithm.rawValue }
    /// Nothing: a dump shows no part of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
