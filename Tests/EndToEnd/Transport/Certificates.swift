import Foundation

/// Keys and certificates of a small company: an authority, a server on 127.0.0.1, a client; and a stranger's authority.
///
/// Made anew for each test that needs them, with elliptic curves, which takes a moment.
struct Certificates {
    /// `openssl` did not do it.
    struct Failure: Error {
        let log: String
    }

    let folder: TemporaryFolder

    static let isPossible = Tool.find("openssl") != nil

    init() async throws {
        folder = try TemporaryFolder()
        try folder.write("server.ext", "subjectAltName=IP:127.0.0.1,DNS:localhost\n")
        try folder.write("client.ext", "extendedKeyUsage=clientAuth\n")
        let result = try await Program.shell(
            """
            set -e
            request() { openssl req -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 "$@"; }
            for name in ca stranger; do request -x509 -days 2 -subj /CN=$name -keyout $name.key -out $name.pem; done
            for name in server client; do
                request -subj /CN=$name -keyout $name.key -out $name.csr
                openssl x509 -req -days 2 -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial \\
                    -extfile $name.ext -out $name.pem
            done
            cat client.pem client.key >both.pem
            """, folder: folder.url)
        guard result.exitCode == 0 else { throw Failure(log: result.errors) }
        try folder.write("data.json", "{\"ok\":true}")
    }
}
