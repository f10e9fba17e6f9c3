import Foundation
import Testing

/// What the script says about the glewlwyd that it started, and the API that takes its tokens.
struct Glewlwyd: Decodable, Sendable {
    /// An issuer, on a server of its own: `plain`, `short` (tokens of two seconds), `mtls`, and with nonces for DPoP
    /// `nonce` (a nonce is good for three proofs) and `busy` (for thirty-two).
    struct Issuer: Decodable, Sendable {
        var issuer: String
        var token_url: String
        var revocation_url: String
        var userinfo_url: String
    }

    /// A client, named by what it proves itself with.
    struct Client: Decodable, Sendable {
        var secret: String?
        var key: String?
        var certificate: String?
    }

    struct User: Decodable, Sendable {
        var name: String
        var password: String
    }

    struct API: Decodable, Sendable {
        var http: String
        var https: String
    }

    /// The folder of keys and certificates.
    var keys: String
    /// The authority of the HTTPS servers, a file.
    var ca: String
    var issuers: [String: Issuer]
    var clients: [String: Client]
    var user: User
    var api: API

    /// The one of this run.
    static let server = RealServer<Glewlwyd>("glewlwyd")
}

/// The glewlwyd of this run, a folder of a test's own, and runs of `errand` in it.
struct GlewlwydScene: Sendable {
    let server: Glewlwyd
    let folder: TemporaryFolder

    init() async throws {
        server = try await Glewlwyd.server.facts
        folder = try TemporaryFolder()
    }

    /// An issuer that there is.
    func issuer(_ name: String = "plain") throws -> Glewlwyd.Issuer {
        guard let issuer = server.issuers[name] else { throw LoopbackClient.Failure(what: "no issuer \(name)") }
        return issuer
    }

    /// The text of a key or certificate.
    func key(_ name: String) throws -> String {
        try String(contentsOfFile: server.keys + "/" + name, encoding: .utf8)
    }

    /// Runs a job to its end.
    ///
    /// Its environment has SECRET, AWKWARD_SECRET (with characters that form-encoding changes) and PASSWORD.
    ///
    /// - Parameter arguments: the command and its options; `job.yaml` comes last.
    func run(
        _ job: String, _ arguments: [String] = ["run"], environment: [String: String] = [:]
    ) async throws -> Program.Result {
        try folder.write("job.yaml", job)
        var variables = [
            "SECRET": server.clients["basic"]?.secret ?? "",
            "AWKWARD_SECRET": server.clients["basic-awkward"]?.secret ?? "",
            "PASSWORD": server.user.password,
        ]
        variables.merge(environment) { _, new in new }
        return try await Program.errand(arguments + ["job.yaml"], environment: variables, folder: folder.url)
    }

    /// A job that gets a token from an issuer, and asks the API what it says about the token.
    ///
    /// - Parameter auth: lines of keys; without `token_url` or `issuer` among them its token endpoint is used.
    func job(
        _ auth: String, at name: String = "plain", calls: String = "  - {get: /items, fields: {client: $.client_id}}"
    ) throws -> String {
        let isPlaced = auth.contains("token_url:") || auth.contains("issuer:")
        let place = isPlaced ? "" : "\n  token_url: \(try issuer(name).token_url)"
        let api = name == "mtls" ? server.api.https : server.api.http
        return """
            defaults: {base_url: \(api)/\(name), tls: {ca: \(server.ca)}}
            auth:\(place)
            \(auth.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            calls:
            \(calls)
            """
    }
}

extension Program.Result {
    /// The job ran; the `password` grant has a warning of its own.
    var isGood: Bool { exitCode == 0 && !errors.contains("error[") }
}

/// Real tokens of a real server: glewlwyd from Debian.
///
/// It takes HTTP Basic as it is, not form-encoded; an assertion for the token endpoint only; it knows `EdDSA` and not
/// `Ed25519`; and it answers a client that it does not know with an empty 403.
@Suite(.needs { Glewlwyd.server }, .timeLimit(.minutes(5)))
struct GlewlwydTests {}
