import Foundation

/// The folder of `--keys`: each `ID.pem` in it makes a client that signs its assertions.
enum KeyFolder {
    /// The clients, sorted by id.
    ///
    /// Throws: what the file system or JWTKit says of a file that cannot be read.
    static func clients(in folder: String) throws -> [OAuthClient] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".pem") }
            .map { name in
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                var client = OAuthClient(id: String(name.dropLast(4)), secret: "", authentication: .privateKeyJWT)
                client.keys = try PEM.blocks(text).map { try PublicKey(pem: $0) }
                return client
            }
    }
}
