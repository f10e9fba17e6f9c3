import ArgumentParser
import Glibc

/// A small OAuth and REST server on loopback, for the quickstart, the examples and the tests.
///
/// Its data is deterministic: the same request has the same answer on every machine. Three listeners share one state:
/// the main one, a second origin for redirects and links that lead elsewhere, and a raw one whose answers no
/// well-mannered HTTP server would send. `GET /stats` names the origins of all three.
///
/// **Tokens** (``TokenRoutes``, ``TokenUseRoutes``)
/// - `POST /oauth/token`: the grants of ``GrantType``, for the clients in ``OAuthClient/builtIn``, those of `--keys`
///   and those registered while it runs; assertions (``ClientAssertion``) and proofs (``ProofCheck``) are verified. The
///   query chooses the answer's shape: `expires_in`, `format`, `granted`, `shape`, `token_type`, `error`, `fail`, `key`.
/// - `POST /oauth/revoke`, `POST /oauth/introspect`.
/// - `/.well-known/…`, `/issuers/NAME/…`: metadata, right and wrong (``DiscoveryRoutes``).
/// - `POST /login`, `GET /session/profile`: an API whose login answers with a key.
/// - `/providers/NAME/…`: stand-ins for known providers (``ProviderRoutes``).
///
/// **Resources**, which want `Authorization: Bearer TOKEN`, or `DPoP TOKEN` and a proof (``ItemRoutes``)
/// - `GET /items`: `style` (`cursor`, `page`, `offset`, `link`, `next`, `keyset`), `limit` (100), `total` (1000),
///   and the place: `cursor`, `page`, `offset`, `after_id`. With `revoke_every=K` each K-th request revokes the token.
/// - `POST /items/search`: the same by a JSON body, the cursor in the body.
/// - `POST /items`, `GET`, `PUT`, `PATCH`, `DELETE /items/{id}`, `GET /customers/{id}`, `GET /downloads/{name}`.
/// - `POST /graphql`, `/echo`, `/echo/{rest}` (``EchoRoutes``).
///
/// **Syncs** (``SyncRoutes``), without a token: `GET /sync/records`, records that change, by time or version and every way of
/// paging; `GET /sync/delta`, `/sync/deltalink`; `/sync/exports`, to be polled and downloaded; `/sync/conditional/{name}`;
/// `POST /sync/writes`; changed, broken and watched by `/admin/sync` (``SyncAdminRoutes``).
///
/// **Faults** (``FaultRoutes``, ``PagingFaultRoutes``, ``BodyFaultRoutes``), without a token: `/faults/...`.
///
/// **Watching** (``StatsRoutes``, ``AdminRoutes``), without a token: `GET /stats`, `/admin/…`.
@main
struct DemoAPI: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "DemoAPI",
        abstract: "A small OAuth and REST server on 127.0.0.1, to try errand out on.")

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Option(help: "A file that receives the port once connections are accepted.")
    var portFile: String?

    @Option(help: "A folder of public keys, ID.pem, each of a client that signs its assertions.")
    var keys: String?

    @Flag(help: "End when the process that started this one has ended.")
    var exitWithParent = false

    func run() async throws {
        endOnSignals()
        if exitWithParent {
            watchParent()
        }
        let clients: [OAuthClient]
        do {
            clients = try keys.map { try KeyFolder.clients(in: $0) } ?? []
        } catch {
            writeError("DemoAPI: cannot read the public keys in \(keys ?? ""): \(error)\n")
            throw ExitCode.failure
        }
        do {
            try await DemoServer(port: port, portFile: portFile, clients: clients).run()
        } catch {
            writeError("DemoAPI: cannot serve on 127.0.0.1:\(port): \(error)\n")
            throw ExitCode.failure
        }
    }
}
