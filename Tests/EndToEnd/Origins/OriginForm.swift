/// The ways in which another origin can be told from the first.
enum OriginForm: String, CaseIterable, Sendable {
    case otherPort, otherName, subdomain, parentDomain, schemeRelative, userInfo, backslashes
    case thereAndBack
    case toTLS, fromTLS

    var needsTLS: Bool { self == .toTLS || self == .fromTLS }

    /// Whether a redirect there is followed; one is not that leads from `https` to `http` with a source of credentials.
    var isFollowed: Bool { self != .userInfo && self != .backslashes && self != .fromTLS }
}

/// Servers on loopback under several origins.
final class OriginMap: Sendable {
    /// What the form leads from, such as `http://127.0.0.1:8080`.
    let home: String
    /// What it leads to, as it is written in an answer.
    let target: String
    /// The authority of the certificates, where TLS is spoken.
    let certificates: Certificates?

    private let recorders: [RecordingServer]
    private let splitter: SchemeSplitter?
    private let terminator: ToolServer?

    init(_ form: OriginForm) async throws {
        let (first, second) = (try RecordingServer(), try RecordingServer())
        var recorders = [first, second]
        (certificates, splitter, terminator) = try await Self.tls(form, plain: first.port, &recorders)
        self.recorders = recorders
        let (port, other) = (first.port, second.port)
        let both = splitter?.port ?? 0
        (home, target) =
            switch form {
            case .otherPort: ("http://127.0.0.1:\(port)", "http://127.0.0.1:\(other)/there")
            case .otherName: ("http://127.0.0.1:\(port)", "http://localhost:\(port)/there")
            case .subdomain: ("http://localhost:\(port)", "http://sub.localhost:\(port)/there")
            case .parentDomain: ("http://sub.localhost:\(port)", "http://localhost:\(port)/there")
            case .schemeRelative: ("http://127.0.0.1:\(port)", "//127.0.0.1:\(other)/there")
            case .userInfo: ("http://127.0.0.1:\(port)", "http://127.0.0.1:\(port)@127.0.0.1:\(other)/there")
            case .backslashes: ("http://127.0.0.1:\(port)", "http:\\\\127.0.0.1:\(other)\\there")
            case .thereAndBack:
                (
                    "http://127.0.0.1:\(port)",
                    "http://127.0.0.1:\(other)"
                        + RecordingServer.redirect(307, to: "http://127.0.0.1:\(port)/back")
                )
            case .toTLS: ("http://localhost:\(both)", "https://localhost:\(both)/there")
            case .fromTLS: ("https://localhost:\(both)", "http://localhost:\(both)/there")
            }
    }

    private static func tls(
        _ form: OriginForm, plain: Int, _ recorders: inout [RecordingServer]
    ) async throws -> (Certificates?, SchemeSplitter?, ToolServer?) {
        guard form.needsTLS else { return (nil, nil, nil) }
        let certificates = try await Certificates()
        let secure = try RecordingServer(scheme: "https")
        recorders.append(secure)
        let terminator = try await ToolServer("socat", folder: certificates.folder.url) { port in
            [
                "OPENSSL-LISTEN:\(port),bind=127.0.0.1,cert=server.pem,key=server.key,verify=0,fork,reuseaddr",
                "TCP:127.0.0.1:\(secure.port)",
            ]
        }
        return (certificates, try SchemeSplitter(plain: plain, secure: terminator.port), terminator)
    }

    /// Every request that came, wherever.
    var requests: [RecordingServer.Request] { recorders.flatMap(\.requests) }

    /// Those at home, but for what came back from elsewhere.
    var atHome: [RecordingServer.Request] { requests.filter { $0.origin == home && !$0.target.hasPrefix("/back") } }

    /// Those elsewhere, and what came back from there.
    var elsewhere: [RecordingServer.Request] { requests.filter { $0.origin != home || $0.target.hasPrefix("/back") } }
}
